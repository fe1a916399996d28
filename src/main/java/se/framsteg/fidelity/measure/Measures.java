package se.framsteg.fidelity.measure;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import se.framsteg.fidelity.scale.Measure;
import se.framsteg.shared.InitiativeId;

/** All that can be worked out. Guards nothing: doors do, and the views it reads tell the initiative's leads alone. */
@Component
public class Measures {
    private final List<MeasureSource> sources;
    private final Statements statements;

    Measures(List<MeasureSource> sources, Statements statements) {
        this.sources = List.copyOf(sources);
        this.statements = statements;
    }

    /**
     * @param wanted what is asked for; no more is worked out than goes with it
     * @param window ends today at the latest
     */
    public Map<Measure, Measured> of(InitiativeId initiative, Window window, Collection<Measure> wanted) {
        var log = SingletonSupplier.of(() -> logged(initiative, window));
        var found = new EnumMap<Measure, Measured>(Measure.class);
        sources.stream()
                .filter(source -> wanted.stream().anyMatch(source.measures()::contains))
                .forEach(source -> found.putAll(source.of(initiative, window, log)));
        found.keySet().retainAll(wanted);
        return found;
    }

    private LogFigures logged(InitiativeId initiative, Window window) {
        return statements
                .statement(initiative, window, LogFigures.COUNTED)
                .query(LogFigures.class)
                .single();
    }

    /** Whether anybody works by the method on the window's last day. */
    public boolean anySpecialist(InitiativeId initiative, Window window) {
        return statements
                .statement(initiative, window, " select exists (select from roster where last = :to)")
                .query(Boolean.class)
                .single();
    }
}
