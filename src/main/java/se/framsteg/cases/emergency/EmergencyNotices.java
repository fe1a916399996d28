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

    /**
     * @throws NotFoundException unless the actor leads the case's initiative, is its caseworker, or reviews the organisation's
     *     journal
     */
    @Transactional
    public Emergency see(Actor.Staff actor, EmergencyId id) {
        guard.admit(actor, Action.SEE_EMERGENCY, id);
        var found = emergencies.read(id).orElseThrow(NotFoundException::new);
        var as = as(actor, found).getFirst();
        return new Emergency(
                id,
                name(found.by()),
                found.by().equals(actor.id()),
                found.openedAt(),
                found.closesAt(),
                found.reason(),
                as.knowsCase() ? Optional.of(cases.frame(actor, found.caseId())) : Optional.empty(),
                emergencies.noted(id, as).map(noted -> new Emergency.Noted(name(noted.by()), noted.at())));
    }

    private List<EmergencyStore.As> as(Actor.Staff actor, EmergencyStore.Stored found) {
        var as = emergencies.toldAs(actor, found);
        if (as.isEmpty()) {
            throw new NotFoundException();
        }
        return as;
    }

    private String name(StaffId id) {
        return staff.names(List.of(id)).getOrDefault(id, "");
    }

    /**
     * Takes note. The second who does so changes nothing.
     *
     * @throws NotFoundException if the actor is not told of it, or has opened it
     */
    @Transactional
    public void takeNote(Actor.Staff actor, EmergencyId id) {
        var permit = guard.permit(actor, Action.NOTE_EMERGENCY, id);
        var found = emergencies.read(id).orElseThrow(NotFoundException::new);
        var first = as(actor, found).stream()
                .filter(as -> emergencies.takeNote(id, as, actor.id()))
                .toList();
        permit.journal(first.isEmpty() ? Action.SEE_EMERGENCY : Action.NOTE_EMERGENCY);
    }
}
