package se.framsteg.initiative.goal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an initiative is to reach.
 *
 * @param position where it stands among the others, 1–1000
 * @param measure what its result is worked out from; never changes
 * @param target the number to reach, with at most one decimal, in percent of the shares; a free goal can do without
 * @param unit of a free goal, in words; empty of the others
 * @param outcomes what counts as having gone on; empty unless that is what is measured
 * @param due by when
 * @param latest the latest result that was typed in, of a free goal
 */
public record Goal(
        GoalId id,
        int position,
        String text,
        Measure measure,
        Optional<BigDecimal> target,
        String unit,
        Set<Onward> outcomes,
        Optional<LocalDate> due,
        Optional<Withdrawn> withdrawn,
        Optional<Result> latest,
        int version) {
    public Goal {
        outcomes = Set.copyOf(outcomes);
    }

    /** What a result is worked out from. */
    public enum Measure {
        /** How many have started. */
        PARTICIPANTS,
        /** The share of those who have ended who went on to what the goal counts. */
        ONWARD,
        /** The share of the answers in the participants' evaluation that call it useful. */
        USEFUL,
        /** How many of the parties' staff have been trained. */
        STAFF_TRAINED,
        /** Typed in. */
        FREE;

        /** Whether it is a share, in percent. */
        public boolean share() {
            return this == ONWARD || this == USEFUL;
        }

        /** What can be measured: without participants there is less. */
        static List<Measure> offered(boolean structural) {
            return structural ? List.of(STAFF_TRAINED, FREE) : List.of(values());
        }
    }

    /** What somebody has gone on to, by the names that the outcome of a case has. */
    public enum Onward {
        WORK,
        SUBSIDISED_WORK,
        STUDY,
        PLACEMENT,
        OTHER
    }

    /** That it is not to be reached any longer. */
    public record Withdrawn(LocalDate on, String reason) {}

    /**
     * A result that was typed in: a number, words or both.
     *
     * @param on when it was so
     */
    public record Result(GoalResultId id, LocalDate on, Optional<BigDecimal> value, String words) {}

    /** As it is written; what is missing here never changes, or has a way of its own. */
    public record Written(
            int position,
            String text,
            Optional<BigDecimal> target,
            String unit,
            Set<Onward> outcomes,
            Optional<LocalDate> due) {
        public Written {
            outcomes = outcomes.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(outcomes));
        }

        /** Whether it can be so. */
        boolean fits(Measure measure) {
            var free = measure == Measure.FREE;
            return (free || target.isPresent() && unit.isEmpty())
                    && (measure == Measure.ONWARD) != outcomes.isEmpty()
                    && target.filter(number -> number.signum() < 0
                                    || measure.share() && number.compareTo(BigDecimal.valueOf(100)) > 0)
                            .isEmpty();
        }
    }
}
