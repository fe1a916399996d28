package se.framsteg.cases.emergency;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.StaffId;

/**
 * The door for telling the person that the own case was opened in an emergency, and why. Whoever calls has asked the guard
 * whether the person may be told of the case.
 */
@Component
public class OwnEmergencies {
    private final EmergencyStore emergencies;

    OwnEmergencies(EmergencyStore emergencies) {
        this.emergencies = emergencies;
    }

    /**
     * One hour in which the case was open.
     *
     * @param until when it closed; not in it
     * @param reason as the one who opened it wrote it
     */
    public record Opened(CaseId caseId, StaffId by, Instant from, Instant until, String reason) {
        /** Whether what this member of staff did then was done through this door. */
        public boolean covers(CaseId where, StaffId who, Instant at) {
            return caseId.equals(where) && by.equals(who) && !at.isBefore(from) && at.isBefore(until);
        }

        /** Without the reason, which may tell of the person. */
        @Override
        public String toString() {
            return "emergency in " + caseId;
        }
    }

    /** All the times that it was opened, the earliest first. */
    public List<Opened> of(CaseId id) {
        return emergencies.of(id).stream()
                .map(one -> new Opened(one.caseId(), one.by(), one.openedAt(), one.closesAt(), one.reason()))
                .toList();
    }
}
