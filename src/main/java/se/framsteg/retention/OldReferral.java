package se.framsteg.retention;

import java.time.LocalDate;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.ReferralId;

/**
 * A referral that became no case, by its reference alone.
 *
 * @param reference what those who see no person call it by; it stands on the referral too
 * @param declined whether it was declined; otherwise it was never decided
 * @param lastEntryOn when it was last decided about, or entered if it never was: from when its years are counted
 * @param mayGoOn the first day on which it may be disposed of
 * @param held whether it is kept whatever its rule says
 * @param underWay whether its disposal has been approved
 */
public record OldReferral(
        ReferralId id,
        String reference,
        InitiativeId initiative,
        boolean declined,
        LocalDate receivedOn,
        LocalDate lastEntryOn,
        LocalDate mayGoOn,
        boolean held,
        boolean underWay) {

    boolean due(LocalDate today) {
        return !mayGoOn.isAfter(today);
    }
}
