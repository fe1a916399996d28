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
import se.framsteg.organisation.Teams;

/**
 * A question is open to whoever asked it and to the members of the team. It is erased by whoever asked, or by a lead among the
 * team's members.
 */
@Component
class ConsultationRule implements Rule<ConsultationId> {
    private static final Set<Action> ALL =
            EnumSet.of(Action.SEE_CONSULTATION, Action.ANSWER_CONSULTATION, Action.CLOSE_CONSULTATION);

    private final ConsultationStore consultations;
    private final Teams teams;

    ConsultationRule(ConsultationStore consultations, Teams teams) {
        this.consultations = consultations;
        this.teams = teams;
    }

    @Override
    public Class<ConsultationId> about() {
        return ConsultationId.class;
    }

    @Override
    public Optional<Ruling> ruling(Actor actor, ConsultationId id) {
        return actor instanceof Actor.Staff staff
                ? consultations.find(id).map(found -> ruling(staff, found))
                : Optional.empty();
    }

    private Ruling ruling(Actor.Staff staff, ConsultationStore.Stored found) {
        var takesPart = ConsultationDeskRule.working(staff.roles())
                && staff.association().equals(found.association())
                && (found.askedBy().equals(staff.id()) || teams.of(staff.id()).contains(found.team()));
        var allowed = EnumSet.noneOf(Action.class);
        if (takesPart) {
            allowed.addAll(ALL);
            if (found.askedBy().equals(staff.id()) || staff.is(Role.LEAD)) {
                allowed.add(Action.ERASE_CONSULTATION);
            }
        }
        return new Ruling(allowed, Trace.of("consultation", found.id(), found.association()));
    }
}
