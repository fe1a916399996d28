package se.framsteg.consent;

/**
 * What of a person's information a consent is about, in the order in which the person meets it: first who one is, then what one
 * does, then what others have written.
 */
public enum Kind {
    /** Name, identity number and how to reach the person. */
    IDENTITY,
    /** What has been agreed, and the person's plan. */
    PLAN,
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
    WORKSHEETS
}
