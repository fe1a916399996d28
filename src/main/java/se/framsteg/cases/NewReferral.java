package se.framsteg.cases;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.ReferralId;
import se.framsteg.shared.StaffId;

/**
 * A referral to register.
 *
 * @param id chosen when the form was shown, so that a form sent twice makes one referral
 * @param receivedOn not after today
 * @param sourceName organisation or forum, 1–200 characters; may be empty only if the person came on their own
 * @param party whose staff brings it, if that is told; nobody’s if the person came on their own
 * @param reason 1–4000 characters
 * @param wantedEffort up to 4000 characters
 * @param agreedOn when the person agreed to be referred; not after today
 * @param named leads of the initiative who may know of a person with protected identity; without meaning for others
 */
public record NewReferral(
        ReferralId id,
        InitiativeId initiative,
        Person person,
        LocalDate receivedOn,
        ReferralSource source,
        String sourceName,
        Optional<ReferralParty> party,
        String reason,
        String wantedEffort,
        LocalDate agreedOn,
        Set<StaffId> named) {
    public NewReferral {
        named = Set.copyOf(named);
    }

    @Override
    public String toString() {
        return "referral " + id;
    }
}
