package se.framsteg.statistics;

import java.util.List;
import java.util.Optional;
import se.framsteg.assessment.instrument.Respondent;

/**
 * One area (a dimension of the instrument) as it may be shown.
 *
 * @param name in the reader's language
 */
public record Area(String name, List<Voice> voices) {
    /** The columns of {@link Voice#change}, in order. */
    public enum Change {
        DOWN,
        SAME,
        UP
    }

    /**
     * What one of the two has said of it.
     *
     * @param counted how many have answered both at the start and now; empty if they are too few to say
     * @param change how many are down, the same and up: a row for all, then for each sex; empty if they are too few to show
     */
    public record Voice(
            Respondent respondent, Optional<Integer> counted, List<Figures> change, Spread spread, Spread bySex) {}
}
