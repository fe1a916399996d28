package se.framsteg.statistics;

import java.util.Comparator;
import se.framsteg.initiative.Initiative;

/**
 * An initiative to follow up.
 *
 * @param work what there is to do in it today
 */
public record FollowedUp(Initiative initiative, Work work) {
    static final Comparator<FollowedUp> MOST_URGENT_FIRST = Comparator.comparing(
                    FollowedUp::work, Work.MOST_URGENT_FIRST)
            .thenComparing(one -> one.initiative().name());

    /**
     * Rounds that somebody is asked to answer today.
     *
     * @param late those whose day has passed
     * @param closing those of the late that take no more answers in a week
     * @param open those whose day has not passed
     */
    public record Work(int late, int closing, int open) {
        static final Work NONE = new Work(0, 0, 0);
        private static final Comparator<Work> MOST_URGENT_FIRST = Comparator.comparingInt(Work::late)
                .thenComparingInt(Work::closing)
                .thenComparingInt(Work::open)
                .reversed();
    }
}
