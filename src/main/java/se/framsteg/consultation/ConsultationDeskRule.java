package se.framsteg.consultation;

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

/** Those who work with persons ask and answer; the association's office counts. */
@Component
class ConsultationDeskRule implements Rule<ConsultationDesk> {
    @Override
    public Class<ConsultationDesk> about() {
        return ConsultationDesk.class;
    }

    @Override
    public Optional<Ruling> ruling(Actor actor, ConsultationDesk desk) {
        return actor instanceof Actor.Staff staff
                ? Optional.of(new Ruling(decide(staff.roles()), Trace.of("consultations", null, staff.association())))
                : Optional.empty();
    }

    static Set<Action> decide(Set<Role> roles) {
        var allowed = EnumSet.noneOf(Action.class);
        if (working(roles)) {
            allowed.addAll(EnumSet.of(Action.LIST_CONSULTATIONS, Action.COUNT_CONSULTATIONS));
        }
        if (roles.contains(Role.ASSOCIATION_OFFICER)) {
            allowed.add(Action.COUNT_CONSULTATIONS);
        }
        return allowed;
    }

    static boolean working(Set<Role> roles) {
        return roles.contains(Role.CASEWORKER) || roles.contains(Role.TEAM_MEMBER) || roles.contains(Role.LEAD);
    }
}
