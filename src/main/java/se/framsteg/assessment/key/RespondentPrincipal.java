package se.framsteg.assessment.key;

import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the session remembers of a respondent: one of the two that let them in.
 *
 * @param key the key that let them in; null on a device that was handed over
 * @param handedOverBy the caseworker who handed over the device; null with a key
 */
record RespondentPrincipal(
        UUID round, @Nullable UUID key, @Nullable UUID handedOverBy) implements Serializable {
    /** Short: the session table keeps it as the name of who is in. */
    @Override
    public String toString() {
        return "respondent " + round;
    }
}
