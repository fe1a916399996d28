package se.framsteg.group;

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
import se.framsteg.initiative.Initiative;
import se.framsteg.initiative.InitiativeRegister;

/**
 * A programme is seen by those who work with persons in the organisation that owns its initiative, since they enrol. It is planned by the
 * initiative's leads and by its own leaders. Its leaders alone see who is enrolled: they must know whom they have before them, and need
 * nothing else of anybody's case. Nobody of another organisation and no officer of the association comes near it.
 */
@Component
class GroupRule implements Rule<GroupId> {
    private final GroupStore groups;
    private final InitiativeRegister initiatives;

    GroupRule(GroupStore groups, InitiativeRegister initiatives) {
        this.groups = groups;
        this.initiatives = initiatives;
    }

    @Override
    public Class<GroupId> about() {
        return GroupId.class;
    }

    @Override
    public Optional<Ruling> ruling(Actor actor, GroupId id) {
        return actor instanceof Actor.Staff staff
                ? groups.find(id)
                        .map(found -> new Ruling(
                                decide(staff, found, initiatives.find(found.initiative())),
                                Trace.of("group", id, found.association())))
                : Optional.empty();
    }

    static Set<Action> decide(Actor.Staff staff, Programme group, Optional<Initiative> initiative) {
        var allowed = EnumSet.noneOf(Action.class);
        var works = staff.is(Role.CASEWORKER) || staff.is(Role.LEAD);
        if (!works || !staff.organisation().equals(group.organisation())) {
            return allowed;
        }
        allowed.add(Action.SEE_GROUP);
        var leads = group.details().leaders().contains(staff.id());
        if (leads) {
            allowed.add(Action.TAKE_ATTENDANCE);
            allowed.add(Action.EVALUATE_GROUP);
        }
        var leadsInitiative = staff.is(Role.LEAD)
                && initiative.filter(one -> one.leads().contains(staff.id())).isPresent();
        if (leads || leadsInitiative) {
            allowed.add(Action.CHANGE_GROUP);
        }
        return allowed;
    }
}
