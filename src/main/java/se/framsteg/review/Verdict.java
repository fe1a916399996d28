package se.framsteg.review;

/** What the reviewer found. */
public enum Verdict {
    IN_ORDER,
    /** The member of staff was asked, and the answer is in the note. */
    ASKED,
    UNJUSTIFIED
}
