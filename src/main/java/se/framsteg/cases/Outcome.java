package se.framsteg.cases;

/** What the person does when the case ends (utfall). */
public enum Outcome {
    WORK,
    SUBSIDISED_WORK,
    STUDY,
    PLACEMENT,
    JOB_SEEKER,
    OTHER_EFFORT,
    SICK_LEAVE,
    OTHER,
    UNKNOWN
}
