package se.framsteg.review;

/** Why something was picked out to be looked at. No sign is a fault: it is a reason to ask. */
public enum Sign {
    OWN_NAME,
    COLLEAGUE,
    FAMILY_NAME,
    /** More persons within an hour than the review asks for. */
    MANY_CASES,
    EMERGENCY,
    PROTECTED,
    /** More than two weeks after the case had ended. */
    AFTER_END,
    /** Within a week of a new password, chosen by a link from somebody else, who can have used it. The first one does not count. */
    NEW_PASSWORD,
    /** At night or at a weekend. Told beside other signs, and by itself no reason to pick anything out. */
    OFF_HOURS,
    /** Drawn at random. */
    SAMPLE
}
