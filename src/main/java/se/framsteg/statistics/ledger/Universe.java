package se.framsteg.statistics.ledger;

/** What has happened in a case, at most once: whom a table is about. */
public enum Universe {
    /** Cases that have started, by the day of the start. */
    STARTED,
    /** Cases that have started and ended, by the day of the end. */
    ENDED,
    /** Cases that have started and not ended: worked out of the two, and never asked for by itself. */
    ONGOING,
    /** Referrals that were declined, or accepted and ended before any start, by that day. */
    NOT_STARTED
}
