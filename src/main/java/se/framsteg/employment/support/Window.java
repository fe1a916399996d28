package se.framsteg.employment.support;

import java.time.LocalDate;

/**
 * Days within which there is to be a contact with the person about a job, a placement or studies, as docs/employment.md defines them.
 *
 * @param number of the week or the month, from the first day on; 1 of the others
 * @param last the last of the days
 * @param met whether there was one
 */
public record Window(What what, int number, LocalDate first, LocalDate last, boolean met) {
    public enum What {
        /** The week before the first day. */
        BEFORE,
        /** The first day and the three after it. */
        START,
        /** One of the first four weeks. */
        WEEK,
        /** One of the months after those. */
        MONTH,
        /** The last day of a job that was lost, and the three after it. */
        LOST
    }

    /** How it stands on a day. */
    public enum State {
        KEPT,
        /** It has begun, and the contact is still to come. */
        DUE,
        COMING,
        NOT_KEPT
    }

    public State state(LocalDate today) {
        if (met) {
            return State.KEPT;
        }
        if (first.isAfter(today)) {
            return State.COMING;
        }
        return last.isBefore(today) ? State.NOT_KEPT : State.DUE;
    }
}
