package se.framsteg.cases;

/** Where a referral is. */
public enum ReferralState {
    RECEIVED,
    /** Looked at, and in line until there is room. */
    WAITING,
    ACCEPTED,
    DECLINED;

    /** Whether it can still be decided. */
    public boolean isOpen() {
        return this == RECEIVED || this == WAITING;
    }
}
