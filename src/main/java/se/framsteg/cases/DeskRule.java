package se.framsteg.cases;

import java.util.EnumSet;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Role;
import se.framsteg.access.Rule;
import se.framsteg.access.Ruling;
import se.framsteg.audit.Trace;

/** Caseworkers and leads have lists of persons; to everybody else there are none. What stands in them is each case's rule. */
@Component
class DeskRule implements Rule<Desk> {
    @Override
    public Class<Desk> about() {
        return Desk.class;
    }

    @Override
    public Optional<Ruling> ruling(Actor actor, Desk desk) {
        return actor instanceof Actor.Staff staff && (staff.is(Role.CASEWORKER) || staff.is(Role.LEAD))
                ? Optional.of(
                        new Ruling(EnumSet.of(Action.LIST_CASE, Action.LIST_REFERRAL), Trace.of("desk", null, null)))
                : Optional.empty();
    }
}
