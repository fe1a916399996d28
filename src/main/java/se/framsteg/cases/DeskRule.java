package se.framsteg.cases;

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

/**
 * Caseworkers and leads have lists of persons, and they and team members one of those that others have opened to them; to
 * everybody else there are none. What stands in them is each case's rule.
 */
@Component
class DeskRule implements Rule<Desk> {
    @Override
    public Class<Desk> about() {
        return Desk.class;
    }

    @Override
    public Optional<Ruling> ruling(Actor actor, Desk desk) {
        return actor instanceof Actor.Staff staff
                ? Optional.of(new Ruling(lists(staff), Trace.of("desk", null, null)))
                : Optional.empty();
    }

    private static Set<Action> lists(Actor.Staff staff) {
        var lists = EnumSet.noneOf(Action.class);
        if (staff.is(Role.CASEWORKER) || staff.is(Role.LEAD)) {
            lists.addAll(EnumSet.of(Action.LIST_CASE, Action.LIST_REFERRAL));
        }
        if (!lists.isEmpty() || staff.is(Role.TEAM_MEMBER)) {
            lists.add(Action.LIST_SHARED_CASE);
        }
        return lists;
    }
}
