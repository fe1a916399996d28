package se.framsteg.retention;

import java.time.Instant;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.StaffId;

/**
 * A hold as the administrator sees it, who may not see what is in cases.
 *
 * @param number of the case, or the reference of the referral
 * @param reason empty unless an administrator set it by its number: what a lead has written may tell of the person
 */
public record Held(String number, InitiativeId initiative, String reason, StaffId by, Instant at) {
    /** The reason stays out of logs. */
    @Override
    public String toString() {
        return "held " + number;
    }
}
