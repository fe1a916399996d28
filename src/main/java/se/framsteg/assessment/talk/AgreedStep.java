package se.framsteg.assessment.talk;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What somebody is to do.
 *
 * @param what 1–500 characters
 * @param other who does it, by role or organisation, 1–200 characters, if {@code who} is {@link Who#OTHER}; else empty
 * @param dueOn the day by which it should be done, if one was set
 */
public record AgreedStep(String what, Who who, String other, Optional<LocalDate> dueOn) {
    static final int LONGEST = 500;
    static final int LONGEST_NAME = 200;

    /** Who does it. */
    public enum Who {
        PARTICIPANT,
        CASEWORKER,
        OTHER
    }

    public AgreedStep {
        if (what.isBlank() || what.length() > LONGEST) {
            throw new IllegalArgumentException("an agreement of " + what.length() + " characters");
        }
        if ((who == Who.OTHER) == other.isBlank() || other.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("somebody else is named if, and only if, somebody else is to do it");
        }
    }

    /** Not what was agreed: it stays out of logs. */
    @Override
    public String toString() {
        return "step of " + who;
    }
}
