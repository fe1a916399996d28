package se.framsteg.pathway.library;

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

/** The association's office and the leads of its initiatives write pathways, as they write instruments. */
@Component("pathwayShelfRule")
class ShelfRule implements Rule<Shelf> {
    @Override
    public Class<Shelf> about() {
        return Shelf.class;
    }

    @Override
    public Optional<Ruling> ruling(Actor actor, Shelf shelf) {
        return Optional.of(new Ruling(decide(actor, shelf), Trace.of("pathways", null, shelf.association())));
    }

    private static Set<Action> decide(Actor actor, Shelf shelf) {
        return switch (actor) {
            case Actor.Installation _ -> EnumSet.of(Action.ADD_PATHWAY);
            case Actor.Staff staff ->
                staff.association().equals(shelf.association()) && writes(staff)
                        ? EnumSet.of(Action.ADD_PATHWAY)
                        : Set.of();
            case Actor.Respondent _ -> Set.of();
        };
    }

    static boolean writes(Actor.Staff staff) {
        return staff.is(Role.ASSOCIATION_OFFICER) || staff.is(Role.LEAD);
    }
}
