package se.framsteg.retention;

/** From when the years are counted. */
public enum CountsFrom {
    /** The last day on which something was entered, or the end of the case if that is later. */
    LAST_ENTRY,
    /** The end of the case, whatever was entered after it; but never earlier than the law's years after the last entry. */
    END
}
