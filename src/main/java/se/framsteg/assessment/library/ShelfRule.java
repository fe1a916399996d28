package se.framsteg.assessment.library;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Role;
import se.framsteg.access.Rule;
import se.framsteg.access.Ruling;
import se.framsteg.audit.Trace;

/** The association's office and the leads of its initiatives write instruments: they choose what to measure with. */
@Component
class ShelfRule implements Rule<Shelf> {
    @Override
    public Class<Shelf> about() {
        return Shelf.class;
    }

    @Override
    public Optional<Ruling> ruling(Actor actor, Shelf shelf) {
        return Optional.of(new Ruling(decide(actor, shelf), Trace.of("instruments", null, shelf.association())));
    }

    private static Set<Action> decide(Actor actor, Shelf shelf) {
        return switch (actor) {
            case Actor.Installation _ -> EnumSet.of(Action.ADD_INSTRUMENT);
            case Actor.Staff staff -> writes(staff, shelf) ? EnumSet.of(Action.ADD_INSTRUMENT) : Set.of();
            case Actor.Respondent _ -> Set.of();
        };
    }

    static boolean writes(Actor.Staff staff, Shelf shelf) {
        return staff.association().equals(shelf.association())
                && (staff.is(Role.ASSOCIATION_OFFICER) || staff.is(Role.LEAD));
    }
}
