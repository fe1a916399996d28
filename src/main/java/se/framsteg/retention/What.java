package se.framsteg.retention;

/** What a list that is approved for disposal consists of. */
public enum What {
    CASES,
    /** Those that became no case. */
    REFERRALS
}
