package se.framsteg.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import se.framsteg.shared.StaffId;

/**
 * One answer of the person to one question. Never changed: the next answer says something else.
 *
 * @param number from 1, without gaps
 * @param kinds what the yes is about, or what the no was asked about; empty when withdrawn
 * @param validUntil the last day of a yes
 * @param saidOn the day on which the person said it; it opens nothing before it was recorded
 * @param recordedBy empty if the person did it alone, on the own page
 */
public record Answer(
        int number,
        Answered answered,
        Set<Kind> kinds,
        Optional<LocalDate> validUntil,
        LocalDate saidOn,
        Way way,
        Optional<StaffId> recordedBy,
        Instant recordedAt) {

    public enum Answered {
        YES,
        NO,
        WITHDRAWN
    }

    /** How an answer was given. */
    public enum How {
        /** On a signed paper, which has been scanned. */
        PAPER,
        E_ID,
        /** Said and nothing more, for a reason. */
        SPOKEN,
        /** By the person alone, on the own page. */
        OWN_PAGE
    }

    /**
     * How the answer was given.
     *
     * @param spokenReason why it was only said; empty unless {@link How#SPOKEN}
     * @param paper the scanned paper, if there is one
     * @param textVersion of the text that the person was shown, if a question was put
     * @param language code of the language in which it was shown
     */
    public record Way(
            How how,
            String spokenReason,
            Optional<PaperId> paper,
            Optional<Integer> textVersion,
            Optional<String> language,
            boolean interpreter) {
        @Override
        public String toString() {
            return how.toString();
        }
    }

    /** Whether it opens what it is about on this day, as long as no later answer has come. */
    public boolean opensOn(LocalDate day) {
        return answered == Answered.YES
                && !saidOn.isAfter(day)
                && validUntil.filter(last -> !last.isBefore(day)).isPresent();
    }
}
