package se.framsteg.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.framsteg.shared.ReferralId;

/**
 * A case as one who may see it sees it.
 *
 * @param caseworker name of who has the case; empty if nobody has
 * @param changesOfCaseworker how often it has gone from one to another: the measure of continuity
 * @param permitted what the viewer can do with its state now
 * @param changeable whether the viewer can change its facts
 * @param assignable whether the viewer can give it to another caseworker
 */
public record CaseView(
        CaseFrame frame,
        CaseFacts facts,
        String initiativeName,
        LocalDate acceptedOn,
        Livelihood before,
        Livelihood after,
        Optional<CaseStep.Ending> ending,
        Brought brought,
        String caseworker,
        Optional<LocalDate> caseworkerSince,
        int changesOfCaseworker,
        List<Moved> history,
        Set<CaseChange> permitted,
        boolean changeable,
        boolean assignable,
        int version) {

    /** The referral that it came from. */
    public record Brought(
            ReferralId referral,
            LocalDate receivedOn,
            ReferralSource source,
            String sourceName,
            String reason,
            String wantedEffort) {
        @Override
        public String toString() {
            return "referral " + referral;
        }
    }

    /** A change of state that was made. */
    public record Moved(
            LocalDate on, CaseState from, CaseState to, String reason, Optional<CaseStep.Ending> ending, String by) {}

    /**
     * Who had the case from when to when.
     *
     * @param to empty for who has it now
     */
    public record Held(String caseworker, LocalDate from, Optional<LocalDate> to, String reason, String by) {}

    @Override
    public String toString() {
        return frame.toString();
    }
}
