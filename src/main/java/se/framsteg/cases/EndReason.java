package se.framsteg.cases;

/** Why a case ended (avslutsorsak). */
public enum EndReason {
    GOAL_REACHED,
    OTHER_EFFORT,
    OWN_WISH,
    HEALTH,
    MOVED,
    NO_CONTACT,
    INITIATIVE_ENDED,
    DECEASED,
    OTHER
}
