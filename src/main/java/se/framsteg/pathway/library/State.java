package se.framsteg.pathway.library;

/** How far a pathway has come. It only moves forward. */
public enum State {
    /** Being written; may be faulty; seen by those who may write it. */
    DRAFT,
    /** Offered to all who work in the association, and never changed any more. */
    PUBLISHED,
    /** No longer offered. */
    RETIRED
}
