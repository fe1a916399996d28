package se.framsteg.statistics.continuity;

import java.util.List;
import se.framsteg.shared.InitiativeId;
import se.framsteg.statistics.Figures;
import se.framsteg.statistics.Group;
import se.framsteg.statistics.Period;

/**
 * Continuity over the cases of one initiative that the reader reaches: only what may be shown.
 *
 * @param name the initiative's
 * @param any whether there was any case at all in the period
 */
public record ContinuityOverview(
        InitiativeId initiative, String name, Period period, boolean any, List<Counted> counts, List<Median> medians) {
    public ContinuityOverview {
        counts = List.copyOf(counts);
        medians = List.copyOf(medians);
    }

    /** What is so in a case or is not. */
    public enum Measure {
        /** The same caseworker since the start, on each day on which the case did not rest. */
        SAME,
        /** There has been an effort towards work. */
        WORK,
        /** Of cases that go on and do not rest on the last day: some effort goes on then. */
        GOING_ON
    }

    /** What a case has a number of. */
    public enum Value {
        /** Days with whoever has the case. */
        CURRENT,
        /** Percent of the days with two kinds of effort side by side. */
        PARALLEL,
        /** Days from the start to the first effort towards work, of cases with one. */
        TO_WORK,
        /** Days without any effort. */
        GAP_DAYS
    }

    /**
     * How many it is so of, and of how many not.
     *
     * @param rows none if something in them is too small to be shown
     */
    public record Counted(Measure measure, List<Figures> rows) {
        public Counted {
            rows = List.copyOf(rows);
        }
    }

    /** The median of those who have such a number. */
    public record Median(Value value, Group group, int median) {}
}
