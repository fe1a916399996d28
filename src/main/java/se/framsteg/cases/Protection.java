package se.framsteg.cases;

/**
 * Protected identity, from less to more. Somebody with "fingerade personuppgifter" looks like anybody and carries no flag: for
 * them, as for anybody else about whom few are to know, there is {@link #NAMED_ONLY}.
 */
public enum Protection {
    NONE,
    /** A closed circle. No mark tells of it, and why it is closed is not stored. */
    NAMED_ONLY,
    /** Sekretessmarkering: a warning. */
    CONFIDENTIALITY_MARKING,
    /** Skyddad folkbokföring: no address is kept. */
    PROTECTED_REGISTRATION;

    /** Whether only those named for the person, and the assigned caseworker, may know of the case. */
    public boolean isProtected() {
        return this != NONE;
    }

    /** Whether a mark warns whoever may know of the person. */
    public boolean isMarked() {
        return this == CONFIDENTIALITY_MARKING || this == PROTECTED_REGISTRATION;
    }
}
