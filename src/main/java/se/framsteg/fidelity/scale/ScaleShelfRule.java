package se.framsteg.fidelity.scale;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Role;
import se.framsteg.access.Rule;
import se.framsteg.access.Ruling;
import se.framsteg.audit.Trace;
import se.framsteg.fidelity.scale.ScaleShelf.Of;

/** The association's office and the leads of its initiatives put scales in, as they write pathways and instruments. */
@Component
class ScaleShelfRule implements Rule<Of> {
    @Override
    public Class<Of> about() {
        return Of.class;
    }

    @Override
    public Optional<Ruling> ruling(Actor actor, Of shelf) {
        return Optional.of(new Ruling(decide(actor, shelf), Trace.of("fidelity-scales", null, shelf.association())));
    }

    private static Set<Action> decide(Actor actor, Of shelf) {
        return actor instanceof Actor.Staff staff
                        && staff.association().equals(shelf.association())
                        && (staff.is(Role.ASSOCIATION_OFFICER) || staff.is(Role.LEAD))
                ? Set.of(Action.ADD_FIDELITY_SCALE)
                : Set.of();
    }
}
