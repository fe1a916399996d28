package se.framsteg.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.framsteg.shared.ParticipantId;
import se.framsteg.shared.StaffId;

/**
 * What a member of staff did with one person's data on one day.
 *
 * @param number within the review
 * @param person never shown: only to find the journal's rows with
 * @param ofCase whether it was about a case; otherwise about a referral
 * @param caseNumber null if it was about no case, or the case is no longer there
 * @param rows how many rows of the journal it is
 * @param reasons why the case had been opened in an emergency, as the member of staff wrote it; empty if it had not
 * @param verdicts the latest first
 */
public record Occasion(
        int number,
        StaffId actor,
        ParticipantId person,
        boolean ofCase,
        @Nullable String caseNumber,
        LocalDate day,
        Instant firstAt,
        Instant lastAt,
        int rows,
        List<Sign> signs,
        List<String> reasons,
        List<Given> verdicts) {

    /**
     * A verdict, by whom and when.
     *
     * @param noteGone whether there was a note that went with the case when that was disposed of
     */
    public record Given(Verdict verdict, String note, boolean noteGone, StaffId by, Instant at) {
        Given(Verdict verdict, String note, StaffId by, Instant at) {
            this(verdict, note, false, by, at);
        }

        /** Without the note. */
        @Override
        public String toString() {
            return verdict + " by " + by;
        }
    }

    Occasion with(List<Given> given) {
        return new Occasion(
                number, actor, person, ofCase, caseNumber, day, firstAt, lastAt, rows, signs, reasons, given);
    }

    /** By its number, and no person. */
    @Override
    public String toString() {
        return "occasion " + number;
    }

    public Optional<Verdict> verdict() {
        return verdicts.stream().findFirst().map(Given::verdict);
    }
}
