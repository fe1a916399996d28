package se.framsteg.pathway.library;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import se.framsteg.pathway.method.Pathway;
import se.framsteg.pathway.method.PathwayReader;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.PathwayId;
import se.framsteg.shared.definition.Reading;
import se.framsteg.shared.definition.State;

/**
 * Published pathways for the rooms that work by them. They hold no person and never change, so that nobody is asked, and what has been read
 * once is kept.
 */
@Component
public class Pathways {
    private final PathwayTable table;
    private final Map<PathwayId, Pathway> read = new ConcurrentHashMap<>();

    Pathways(PathwayTable table) {
        this.table = table;
    }

    /** A pathway to work by. */
    public record Offered(PathwayId id, Pathway pathway) {}

    /**
     * A pathway that is or has been published.
     *
     * @throws NotFoundException if there is none, or only a draft
     */
    public Pathway get(PathwayId id) {
        return read.computeIfAbsent(id, this::load);
    }

    private Pathway load(PathwayId id) {
        return table.find(id)
                .filter(row -> row.place().state() != State.DRAFT)
                .map(row -> whole(row.definition()))
                .orElseThrow(NotFoundException::new);
    }

    private static Pathway whole(String definition) {
        return switch (PathwayReader.read(definition)) {
            case Reading.Whole<Pathway>(var pathway) -> pathway;
            case Reading.Faulty<Pathway> _ -> throw new IllegalStateException("a published pathway is whole");
        };
    }

    /** What the association can begin to work by: the latest published version of each. */
    public List<Offered> offered(AssociationId association) {
        return table.latest(association).stream()
                .map(id -> new Offered(id, get(id)))
                .toList();
    }
}
