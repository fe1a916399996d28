package se.framsteg.employment.outreach;

import java.util.Optional;

/** Whether the work is what the person wants, as a form asks it. */
public enum Matches {
    YES,
    NO,
    NOT_TOLD;

    Optional<Boolean> told() {
        return this == NOT_TOLD ? Optional.empty() : Optional.of(this == YES);
    }

    static Matches of(Optional<Boolean> told) {
        return told.map(yes -> yes ? YES : NO).orElse(NOT_TOLD);
    }
}
