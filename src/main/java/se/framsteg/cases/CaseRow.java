package se.framsteg.cases;

import java.time.LocalDate;
import java.util.Optional;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.StaffId;

/**
 * A case in a list.
 *
 * @param initiativeName filled in by the door
 * @param caseworkerName filled in by the door; empty if nobody has the case
 */
public record CaseRow(
        CaseFrame frame,
        InitiativeId initiative,
        String initiativeName,
        Optional<StaffId> caseworker,
        String caseworkerName,
        LocalDate acceptedOn,
        Optional<LocalDate> startedOn,
        Optional<LocalDate> endedOn) {

    CaseRow with(String initiativeName, String caseworkerName) {
        return new CaseRow(
                frame, initiative, initiativeName, caseworker, caseworkerName, acceptedOn, startedOn, endedOn);
    }

    @Override
    public String toString() {
        return frame.toString();
    }
}
