package se.framsteg.assessment.key;

import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the session remembers of a respondent.
 *
 * @param key the key that let them in; null on a device that was handed over
 */
record RespondentPrincipal(
        UUID round, boolean handedOver, @Nullable UUID key) implements Serializable {
    /** Short: the session table keeps it as the name of who is in. */
    @Override
    public String toString() {
        return "respondent " + round;
    }
}
