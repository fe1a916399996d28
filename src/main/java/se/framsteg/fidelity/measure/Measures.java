package se.framsteg.fidelity.measure;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.framsteg.fidelity.scale.Measure;
import se.framsteg.shared.InitiativeId;

/** All that can be worked out. Guards nothing: doors do, and the views it reads tell the initiative's leads alone. */
@Component
public class Measures {
    private final List<MeasureSource> sources;

    Measures(List<MeasureSource> sources) {
        this.sources = List.copyOf(sources);
    }

    /** @param window ends today at the latest */
    public Map<Measure, Measured> of(InitiativeId initiative, Window window) {
        var all = new EnumMap<Measure, Measured>(Measure.class);
        sources.forEach(source -> all.putAll(source.of(initiative, window)));
        return all;
    }
}
