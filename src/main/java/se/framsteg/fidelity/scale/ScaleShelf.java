package se.framsteg.fidelity.scale;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.definition.Problem;
import se.framsteg.shared.definition.Reading;

/**
 * The door to an association's scales: what ships with Framsteg, and what it has put in itself. They hold no person: whoever works in the
 * association may read them, and only putting one in asks the guard.
 */
@Component
public class ScaleShelf {
    private final Guard guard;
    private final ScaleTable table;
    private final Scales scales;

    ScaleShelf(Guard guard, ScaleTable table, Scales scales) {
        this.guard = guard;
        this.table = table;
        this.scales = scales;
    }

    /** Where an association keeps its own scales. */
    record Of(AssociationId association) {}

    /** What came of putting a scale in. */
    public sealed interface Put {
        record Done(ScaleId id) implements Put {}

        record Faulty(List<Problem> problems) implements Put {}

        /** Its key ships with Framsteg, or the version has been put in before. */
        record Taken() implements Put {}
    }

    /** The latest version of each scale that the actor's association can review by. */
    public List<Scales.Offered> all(Actor.Staff actor) {
        return scales.offered(actor.association());
    }

    /** @throws NotFoundException if there is none, or it is another association's */
    public Scale see(Actor.Staff actor, ScaleId id) {
        file(actor, id);
        return scales.get(id);
    }

    /** @throws NotFoundException if there is none, or it is another association's */
    public String file(Actor.Staff actor, ScaleId id) {
        return scales.definition(actor.association(), id).orElseThrow(NotFoundException::new);
    }

    public boolean writes(Actor.Staff actor) {
        return guard.allows(actor, Action.ADD_FIDELITY_SCALE, new Of(actor.association()));
    }

    /**
     * Puts a scale in, which is published as it is: a mended one comes as the next version.
     *
     * @throws NotFoundException if the actor may not
     */
    @Transactional
    public Put put(Actor.Staff actor, String definition) {
        guard.admit(actor, Action.ADD_FIDELITY_SCALE, new Of(actor.association()));
        return switch (ScaleReader.read(definition)) {
            case Reading.Faulty<Scale>(var problems) -> new Put.Faulty(problems);
            case Reading.Whole<Scale>(var scale) -> publish(actor.association(), scale, definition);
        };
    }

    private Put publish(AssociationId association, Scale scale, String definition) {
        if (table.isShipped(scale.key())) {
            return new Put.Taken();
        }
        table.lock(association);
        if (table.highestVersion(association, scale.key()) >= scale.version()) {
            return new Put.Taken();
        }
        var id = ScaleId.create();
        table.insert(id, association, definition);
        table.publish(id, 0, scale.key(), scale.version());
        return new Put.Done(id);
    }
}
