package se.framsteg.group;

/** Whether somebody came to a session, and why not. */
public enum Mark {
    CAME,
    ILL,
    OTHER_APPOINTMENT,
    DID_NOT_WANT,
    NO_NOTICE,
    OTHER
}
