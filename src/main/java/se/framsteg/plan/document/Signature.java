package se.framsteg.plan.document;

import java.time.LocalDate;
import java.util.Optional;

/**
 * That somebody stands behind a version.
 *
 * @param name up to 200 characters; empty if it is the person, whose name is told as it is today
 * @param role what they come as, or the organisation; up to 200 characters, may be empty
 * @param drawing if it was drawn on the screen
 * @param byPerson whether it is the person whom the plan is about
 * @param on the day that they signed
 */
public record Signature(
        SignatureId id, How how, String name, String role, Optional<Drawing> drawing, boolean byPerson, LocalDate on) {
    static final int LONGEST = 200;
    static final String OWN_PHONE = "OWN_PHONE";

    public enum How {
        /** With a finger, a pen or a mouse. */
        DRAWN,
        /** On paper, which is kept elsewhere. */
        PAPER,
        /** Confirmed by somebody who is signed in, for themselves. */
        SIGNED_IN
    }

    /** How it is told: what the person has confirmed was on the own phone. */
    public String told() {
        return byPerson && how == How.SIGNED_IN ? OWN_PHONE : how.name();
    }

    @Override
    public String toString() {
        return "signature " + id;
    }
}
