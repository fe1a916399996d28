package se.framsteg.shared.definition;

/** How far a definition has come. It only moves forward. */
public enum State {
    /** Being written; may be faulty; seen by those who may write it. */
    DRAFT,
    /** Offered, and never changed any more. */
    PUBLISHED,
    /** No longer offered. Where it is used it stays in use. */
    RETIRED
}
