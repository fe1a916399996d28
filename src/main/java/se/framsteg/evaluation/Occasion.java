package se.framsteg.evaluation;

/** When somebody is asked. */
public enum Occasion {
    FOLLOW_UP,
    END
}
