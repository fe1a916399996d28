package se.framsteg.assessment.library;

/** How far an instrument has come. It only moves forward. */
public enum State {
    /** Being written; may be faulty; seen by those who may write it. */
    DRAFT,
    /** Offered to the initiatives, and never changed any more. */
    PUBLISHED,
    /** No longer offered. Where it is used it stays in use. */
    RETIRED
}
