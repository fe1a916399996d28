package se.framsteg.statistics.goal;

import java.math.BigDecimal;
import java.util.Optional;
import se.framsteg.initiative.goal.Goal;
import se.framsteg.statistics.ledger.Share;

/**
 * A goal beside what is known of it.
 *
 * @param value the number, or percent of a share; empty where nothing can be told yet
 * @param share what a percentage is of; empty of numbers
 * @param words of a free goal, as they were typed in; empty otherwise
 * @param more whether there are more than are told of
 */
public record GoalResult(Goal goal, Optional<BigDecimal> value, Optional<Share> share, String words, boolean more) {
    static GoalResult unknown(Goal goal, boolean more) {
        return new GoalResult(goal, Optional.empty(), Optional.empty(), "", more);
    }

    static GoalResult number(Goal goal, long number, boolean more) {
        return new GoalResult(goal, Optional.of(BigDecimal.valueOf(number)), Optional.empty(), "", more);
    }

    static GoalResult of(Goal goal, Share share, boolean more) {
        var percent = BigDecimal.valueOf(Math.round(1000 * share.value()), 1);
        return new GoalResult(goal, Optional.of(percent), Optional.of(share), "", more);
    }

    /** The same with what another room has counted. */
    public GoalResult with(Share counted) {
        return of(goal, counted, more);
    }

    /** Whether the target is reached; empty if there is none or nothing is known. A share is compared as it is, not as it is rounded. */
    public Optional<Boolean> reached() {
        if (share.isPresent()) {
            var part = BigDecimal.valueOf(100L * share.get().part());
            return goal.target()
                    .map(target -> part.compareTo(target.multiply(
                                    BigDecimal.valueOf(share.get().of())))
                            >= 0);
        }
        return value.flatMap(some -> goal.target().map(target -> some.compareTo(target) >= 0));
    }
}
