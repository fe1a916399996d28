package se.framsteg.cases;

/** Who brings a person's case. */
public enum ReferralSource {
    ORGANISATION,
    /** A local forum of the parties, such as Trisam. */
    FORUM,
    /** The person, on their own. */
    PERSON
}
