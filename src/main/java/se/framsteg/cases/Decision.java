package se.framsteg.cases;

import java.time.LocalDate;
import java.util.Optional;
import se.framsteg.shared.StaffId;

/**
 * What a lead decides about a referral.
 *
 * @param outcome any state but {@link ReferralState#RECEIVED}
 * @param reason up to 4000 characters; needed unless accepted
 * @param caseworker active caseworker of the owner organisation; needed if accepted
 * @param on not before the referral was received or last decided about, and not after today
 */
public record Decision(ReferralState outcome, String reason, Optional<StaffId> caseworker, LocalDate on) {
    @Override
    public String toString() {
        return "decision " + outcome;
    }
}
