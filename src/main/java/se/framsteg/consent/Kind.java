package se.framsteg.consent;

/** What of a person's information a consent is about. */
public enum Kind {
    /** Name, identity number and how to reach the person. */
    IDENTITY,
    /** The questionnaires and the picture of them. */
    ASSESSMENTS,
    /** What has been agreed, and the person's plan. */
    PLAN,
    /** What is done with the person: activities in the case. */
    ACTIVITIES,
    NOTES,
    HEALTH,
    SOCIAL,
    ECONOMY,
    /** Placements, jobs and studies. */
    WORK,
    /** The person's own worksheets. */
    WORKSHEETS
}
