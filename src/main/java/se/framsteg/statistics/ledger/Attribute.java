package se.framsteg.statistics.ledger;

/** What a table divides its persons by. Defined in docs/statistics.md. */
public enum Attribute {
    /** Nothing: how many they are. */
    NUMBER,
    AGE,
    PARTY,
    WAIT,
    WHY,
    OUTCOME,
    INCOME,
    HOURS,
    REASON,
    CASEWORKERS,
    PARALLEL,
    /** From the baseline to the last round, in one area, of one voice. */
    PROGRESS,
    AFTER_3,
    AFTER_6,
    AFTER_12
}
