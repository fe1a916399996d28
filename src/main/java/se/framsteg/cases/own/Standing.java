package se.framsteg.cases.own;

/** Whether the participant can write in the own case, and why not. */
public enum Standing {
    OPEN,
    /** The person has asked that nothing is done (GDPR art. 18). */
    RESTRICTED,
    /** The case has ended. */
    ENDED
}
