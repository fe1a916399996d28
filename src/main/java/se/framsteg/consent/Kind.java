package se.framsteg.consent;

/**
 * What of a person's information a consent is about, in the order in which the person meets it: first who one is, then what one
 * does, then what others have written.
 */
public enum Kind {
    /** Name, identity number and how to reach the person. */
    IDENTITY,
    /** What has been agreed in the talks, step by step. */
    PLAN,
    /** The joint plan (SIP, SAMSIP, Min plan): goals, who does what, and meetings. */
    JOINT_PLAN(2),
    /** The questionnaires and the picture of them. */
    ASSESSMENTS,
    /** Work-directed activities, studies and groups. */
    ACTIVITIES,
    /** Placements and jobs. */
    WORK,
    /** Activities about health. */
    HEALTH,
    /** Activities about social matters. */
    SOCIAL,
    /** What the person lives on. */
    ECONOMY,
    NOTES,
    /** The person's own worksheets, of which those are shared that the person shares. */
    WORKSHEETS;

    private final int firstVersion;

    Kind() {
        this(1);
    }

    Kind(int firstVersion) {
        this.firstVersion = firstVersion;
    }

    /** Whether this version of the text that the person is shown names it: nobody says yes to what they have not been told of. */
    public boolean isIn(int textVersion) {
        return textVersion >= firstVersion;
    }
}
