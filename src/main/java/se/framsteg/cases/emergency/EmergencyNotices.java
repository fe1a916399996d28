package se.framsteg.cases.emergency;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.cases.Cases;
import se.framsteg.organisation.StaffRegister;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.StaffId;

/** The door for those who are told that a case was opened in an emergency, and take note of it. */
@Component
public class EmergencyNotices {
    private final Guard guard;
    private final EmergencyStore emergencies;
    private final Cases cases;
    private final StaffRegister staff;

    EmergencyNotices(Guard guard, EmergencyStore emergencies, Cases cases, StaffRegister staff) {
        this.guard = guard;
        this.emergencies = emergencies;
        this.cases = cases;
        this.staff = staff;
    }

    /** @throws NotFoundException unless the actor leads the case's initiative, or reviews the organisation's journal */
    @Transactional
    public Emergency see(Actor.Staff actor, EmergencyId id) {
        guard.admit(actor, Action.SEE_EMERGENCY, id);
        var found = emergencies.read(id).orElseThrow(NotFoundException::new);
        var as = emergencies.toldAs(actor, found).orElseThrow(NotFoundException::new);
        return new Emergency(
                id,
                name(found.by()),
                found.openedAt(),
                found.closesAt(),
                as == EmergencyStore.As.LEAD
                        ? Optional.of(new Emergency.Content(cases.frame(actor, found.caseId()), found.reason()))
                        : Optional.empty(),
                emergencies.noted(id, as).map(noted -> new Emergency.Noted(name(noted.by()), noted.at())));
    }

    private String name(StaffId id) {
        return staff.names(List.of(id)).getOrDefault(id, "");
    }

    /**
     * Takes note. The second who does so changes nothing.
     *
     * @throws NotFoundException unless the actor is told of it
     */
    @Transactional
    public void takeNote(Actor.Staff actor, EmergencyId id) {
        var permit = guard.permit(actor, Action.NOTE_EMERGENCY, id);
        var as = emergencies
                .read(id)
                .flatMap(found -> emergencies.toldAs(actor, found))
                .orElseThrow(NotFoundException::new);
        permit.journal(emergencies.takeNote(id, as, actor.id()) ? Action.NOTE_EMERGENCY : Action.SEE_EMERGENCY);
    }
}
