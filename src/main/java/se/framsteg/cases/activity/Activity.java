package se.framsteg.cases.activity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import se.framsteg.cases.Span;

/**
 * An activity as stored.
 *
 * @param withdrawn why it was a mistake, if it was; empty text if the case ended before it began
 * @param kept whether another room keeps it, see {@link ActivityKeeper}: it is not changed here
 */
public record Activity(ActivityId id, Details details, Optional<String> withdrawn, boolean kept, int version) {

    /** The five ways forward that can run side by side: the sources' whole view of a person. */
    public enum Kind {
        WORK,
        HEALTH,
        SOCIAL,
        COMPETENCE,
        GROUP
    }

    public enum EndReason {
        GOAL_REACHED,
        OWN_WISH,
        HEALTH,
        /** Another effort took over. */
        OTHER_EFFORT,
        /** Whoever provided it ended it. */
        PROVIDER,
        OTHER,
        /** It went on when the case ended. Set by that end, never chosen. */
        CASE_ENDED,
        /** To the last session of a group. Set by the group, never chosen. */
        GROUP_ENDED;

        /** Whether somebody can say so; the others follow from something else. */
        public boolean chosen() {
            return this != CASE_ENDED && this != GROUP_ENDED;
        }
    }

    /**
     * What there is to know of an activity.
     *
     * @param title 1–200 characters
     * @param provider the organisation, or the role of the person, that provides it; up to 200 characters, may be empty
     * @param to its last day; empty while it goes on
     * @param hours a week, 0–80 with at most one decimal
     * @param endReason needed once the last day has come
     */
    public record Details(
            Kind kind,
            String title,
            String provider,
            LocalDate from,
            Optional<LocalDate> to,
            Optional<BigDecimal> hours,
            Optional<EndReason> endReason) {
        /** Hours as they are stored, so that what is sent in twice is the same. */
        public Details {
            hours = hours.map(number -> number.setScale(1, RoundingMode.HALF_UP));
        }

        Span span() {
            return new Span(from, to, endReason.isPresent());
        }

        @Override
        public String toString() {
            return kind + " activity";
        }
    }

    @Override
    public String toString() {
        return "activity " + id;
    }
}
