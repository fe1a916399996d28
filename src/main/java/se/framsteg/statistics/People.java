package se.framsteg.statistics;

import java.util.List;
import se.framsteg.assessment.instrument.Respondent;

/**
 * Those who were in the initiative in the period, or ended before and have answered in it.
 *
 * @param total how many
 * @param exact false if it is rounded to the nearest ten
 * @param why how many are counted and how many are not, by voice; voices for which it can't be shown are absent
 * @param caseworkers how many have had no more than one caseworker, and how many have had several: a row for all, then if they
 *     may be shown for each sex; empty if it can't be shown
 */
public record People(int total, boolean exact, List<Why> why, List<Figures> caseworkers) {

    public boolean none() {
        return exact && total == 0;
    }

    /** Whether somebody's answers are counted, and if not why. */
    public enum Counted {
        COUNTED,
        NO_START,
        NO_NOW,
        NOT_COMPARABLE
    }

    /** @param numbers by {@link Counted} */
    public record Why(Respondent respondent, List<Integer> numbers) {}
}
