package se.framsteg.statistics;

import java.util.List;
import se.framsteg.assessment.instrument.Respondent;

/**
 * The rounds that were due in the period, as they may be shown.
 *
 * @param outcomes the columns; several in one where each by itself is too small to show
 * @param rows a row for all, and if they may be shown one for each sex; empty if there are too few rounds to show anything
 * @param rates how many answered of the rounds that take no more answers; empty if it can't be shown
 */
public record Rounds(List<List<Outcome>> outcomes, List<Figures> rows, List<Rate> rates) {
    static final Rounds NONE = new Rounds(List.of(), List.of(), List.of());

    /** What came of a round. */
    public enum Outcome {
        BOTH,
        ONE,
        NONE,
        LATE,
        OPEN,
        /** Decided not to be asked for, or resting while the case has a pause. */
        SKIPPED
    }

    /** @param rows answered and not answered: a row for all, then if they may be shown for each sex */
    public record Rate(Respondent respondent, List<Figures> rows) {}

    public boolean shown() {
        return !rows.isEmpty();
    }
}
