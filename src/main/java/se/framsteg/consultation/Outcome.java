package se.framsteg.consultation;

/** What came of a question. */
public enum Outcome {
    /** The team's advice was enough. */
    ADVICE,
    /** The person is to be referred, having said yes. */
    REFERRAL,
    /** There is better support elsewhere. */
    OTHER_WAY,
    NOT_FOR_TEAM
}
