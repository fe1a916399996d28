package se.framsteg.statistics.employment;

import java.time.LocalDate;
import java.util.List;
import se.framsteg.shared.InitiativeId;
import se.framsteg.statistics.Figures;
import se.framsteg.statistics.Group;
import se.framsteg.statistics.Period;

/**
 * Work over the cases of one initiative that the reader reaches: only what may be shown.
 *
 * @param name the initiative's
 * @param last the day as of which it is told where people are
 * @param any whether there was any case at all in the period
 */
public record EmploymentOverview(
        InitiativeId initiative,
        String name,
        Period period,
        LocalDate last,
        boolean any,
        List<Counted> counts,
        List<Median> medians,
        List<Diversity> diversities) {
    public EmploymentOverview {
        counts = List.copyOf(counts);
        medians = List.copyOf(medians);
        diversities = List.copyOf(diversities);
    }

    /** Which cases: of those that went on in the period, those that started at least so long before its last day. */
    public enum Cohort {
        ALL(0),
        SIX(6),
        TWELVE(12),
        EIGHTEEN(18);

        private final int months;

        Cohort(int months) {
            this.months = months;
        }

        static Cohort of(int months) {
            for (var cohort : values()) {
                if (cohort.months == months) {
                    return cohort;
                }
            }
            throw new IllegalArgumentException("no cohort of " + months);
        }
    }

    public enum Measure {
        /** A job on the last day. */
        NOW,
        /** A job on some day of the period. */
        SOME,
        /** A placement on some day of the period. */
        PLACEMENT,
        /** Studies on some day of the period. */
        STUDY
    }

    /** What is counted in a column. */
    public enum Column {
        OPEN,
        OTHER_JOB,
        /** Open or other, where these can't be told apart. */
        JOB,
        NO_JOB,
        YES,
        NO
    }

    /** What a case has a number of, if it has. */
    public enum Value {
        /** Days from the start to the first employer contact about the person, face to face. */
        TO_CONTACT,
        /** Days from the start to the first job. */
        TO_JOB,
        TO_OPEN,
        /** Days of the longest job. */
        LONGEST
    }

    /**
     * How many it is so of.
     *
     * @param columns what the numbers of the rows are, in order
     * @param rows none if something in them is too small to be shown
     */
    public record Counted(Cohort cohort, Measure measure, List<Column> columns, List<Figures> rows) {
        public Counted {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /** The median of those who have such a number. */
    public record Median(Value value, Group group, int median) {}

    /**
     * How different the jobs are that began in the period.
     *
     * @param jobs of which it is known; {@value EmploymentCounts#FEWEST_JOBS} at least
     * @param different occupation groups, or employers
     */
    public record Diversity(Of of, Group group, int jobs, int different) {
        public enum Of {
            OCCUPATIONS,
            EMPLOYERS
        }

        /** Whole percent, rounded half up. */
        public int percent() {
            return (int) Math.round(100.0 * different / jobs);
        }
    }
}
