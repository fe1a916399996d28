package se.framsteg.cases;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Role;
import se.framsteg.access.Rule;
import se.framsteg.audit.Trace;

/** Caseworkers and leads have lists of persons; to everybody else there are none. What stands in them is each case's rule. */
@Component
class DeskRule implements Rule<Desk> {
    @Override
    public Class<Desk> about() {
        return Desk.class;
    }

    @Override
    public Set<Action> allowed(Actor actor, Desk desk) {
        return actor instanceof Actor.Staff staff && (staff.is(Role.CASEWORKER) || staff.is(Role.LEAD))
                ? EnumSet.of(Action.LIST_CASE, Action.LIST_REFERRAL)
                : Set.of();
    }

    @Override
    public Trace trace(Desk desk) {
        return Trace.of("desk", null, null);
    }
}
