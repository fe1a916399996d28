package se.framsteg.assessment.radar;

/** Whose view of the participant a score expresses. */
public enum Voice {
    PARTICIPANT,
    CASEWORKER
}
