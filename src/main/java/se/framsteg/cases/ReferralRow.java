package se.framsteg.cases;

import java.time.LocalDate;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.ReferralId;

/**
 * A referral in a list.
 *
 * @param initiativeName filled in by the door
 * @param name empty if the participant is anonymous
 * @param sourceName organisation or forum; empty if the person came on their own
 * @param days since it was received
 */
public record ReferralRow(
        ReferralId id,
        InitiativeId initiative,
        String initiativeName,
        String name,
        boolean anonymous,
        boolean protectedIdentity,
        LocalDate receivedOn,
        ReferralSource source,
        String sourceName,
        ReferralState state,
        long days) {

    ReferralRow in(String name) {
        return new ReferralRow(
                id,
                initiative,
                name,
                this.name,
                anonymous,
                protectedIdentity,
                receivedOn,
                source,
                sourceName,
                state,
                days);
    }

    @Override
    public String toString() {
        return "referral " + id;
    }
}
