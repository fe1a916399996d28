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
    /** At night or at a weekend. Told beside other signs, and by itself no reason to pick anything out. */
    OFF_HOURS,
    /** Drawn at random. */
    SAMPLE
}
