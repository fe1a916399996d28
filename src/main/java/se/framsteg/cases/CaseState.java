package se.framsteg.cases;

/** Where a case is. What leads from one to another: {@link CaseChange}. */
public enum CaseState {
    /** The referral has been accepted; the person has not begun. */
    ACCEPTED,
    ACTIVE,
    PAUSED,
    ENDED
}
