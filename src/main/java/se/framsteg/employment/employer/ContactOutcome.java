package se.framsteg.employment.employer;

/** What came of a contact with an employer. Says nothing of any person: all coaches read it. */
public enum ContactOutcome {
    INTRODUCED,
    LEARNT_NEEDS,
    ASKED_MEETING,
    VISIT_PLANNED,
    ASKED_OPENING,
    ANSWERED_ADVERT,
    /** The employer can offer a job or a placement. */
    OFFERED,
    NO_FOR_NOW,
    NO_ANSWER,
    OTHER
}
