package se.framsteg.cases;

/**
 * Protected identity, as the population register tells it. Somebody with "fingerade personuppgifter" looks like anybody and
 * carries no flag: {@link #NONE}.
 */
public enum Protection {
    NONE,
    /** Sekretessmarkering: a warning. */
    CONFIDENTIALITY_MARKING,
    /** Skyddad folkbokföring: no address is kept. */
    PROTECTED_REGISTRATION;

    /** Whether only those named for the person, and the assigned caseworker, may know of the case. */
    public boolean isProtected() {
        return this != NONE;
    }
}
