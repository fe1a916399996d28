package se.framsteg.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.ReferralId;
import se.framsteg.shared.StaffId;

/**
 * A referral as one who may see it sees it.
 *
 * @param named names of those named for a person with protected identity
 * @param decisions in order, the last one holds
 * @param madeCase the case that it became, if the viewer reaches it
 * @param caseworkers whom the case can be given to, by name; empty if the viewer can't decide
 * @param others what else has the same identity number where the viewer leads
 */
public record ReferralView(
        ReferralId id,
        InitiativeId initiative,
        String initiativeName,
        Person person,
        List<String> named,
        LocalDate receivedOn,
        ReferralSource source,
        String sourceName,
        Optional<ReferralParty> party,
        String reason,
        String wantedEffort,
        LocalDate agreedOn,
        ReferralState state,
        String registeredBy,
        Instant registeredAt,
        List<Decided> decisions,
        Optional<CaseId> madeCase,
        boolean decidable,
        Map<StaffId, String> caseworkers,
        List<ReferralRow> others,
        int version) {

    /** A decision that was made. */
    public record Decided(ReferralState outcome, String reason, LocalDate on, String by) {}

    @Override
    public String toString() {
        return "referral " + id;
    }
}
