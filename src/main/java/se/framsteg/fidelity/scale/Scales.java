package se.framsteg.fidelity.scale;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.definition.Reading;
import se.framsteg.shared.definition.State;

/**
 * Published scales to review by. They hold no person and never change, so that nobody is asked, and what has been read once is kept.
 */
@Component
public class Scales {
    private final ScaleTable table;
    private final Map<ScaleId, Scale> read = new ConcurrentHashMap<>();

    Scales(ScaleTable table) {
        this.table = table;
    }

    /** A scale to review by. */
    public record Offered(ScaleId id, Scale scale) {}

    /**
     * A scale that is or has been published.
     *
     * @throws NotFoundException if there is none
     */
    public Scale get(ScaleId id) {
        return read.computeIfAbsent(id, this::load);
    }

    private Scale load(ScaleId id) {
        return table.find(id)
                .filter(row -> row.place().state() != State.DRAFT)
                .map(row -> whole(row.definition()))
                .orElseThrow(NotFoundException::new);
    }

    private static Scale whole(String definition) {
        return switch (ScaleReader.read(definition)) {
            case Reading.Whole<Scale>(var scale) -> scale;
            case Reading.Faulty<Scale> _ -> throw new IllegalStateException("a published scale is whole");
        };
    }

    /** What the association can review by: the latest published version of each. */
    public List<Offered> offered(AssociationId association) {
        return table.latest(association).stream()
                .map(id -> new Offered(id, get(id)))
                .toList();
    }

    /** The file of a scale that ships or is the association's own; empty if there is none such. */
    public Optional<String> definition(AssociationId association, ScaleId id) {
        return table.find(id)
                .filter(row ->
                        row.place().association().map(association::equals).orElse(true))
                .map(row -> row.definition());
    }
}
