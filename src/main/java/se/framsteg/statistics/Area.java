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
    /** In which direction somebody has gone since the start. */
    public enum Change {
        DOWN,
        SAME,
        UP
    }

    /**
     * What one of the two has said of it.
     *
     * @param counted how many have answered both at the start and now; empty if they are too few to say
     * @param all everybody
     * @param bySex women and men, perhaps coarser; nothing if they can't be told apart
     */
    public record Voice(Respondent respondent, Optional<Integer> counted, Counted all, Counted bySex) {
        static Voice hidden(Respondent respondent) {
            return new Voice(respondent, Optional.empty(), Counted.NONE, Counted.NONE);
        }
    }

    /**
     * Some persons, as fine as they may be shown.
     *
     * @param changes the columns of the rows; several in one where each by itself is too small to show
     * @param rows a row for each group; none if nothing can be shown
     */
    public record Counted(List<List<Change>> changes, List<Figures> rows, Spread spread) {
        static final Counted NONE = new Counted(List.of(), List.of(), Spread.NONE);

        public boolean shown() {
            return !rows.isEmpty();
        }
    }
}
