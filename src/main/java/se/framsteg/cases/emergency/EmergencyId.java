package se.framsteg.cases.emergency;

import java.util.UUID;
import se.framsteg.shared.Id;

/** The id of one time that a case was opened in an emergency. */
public record EmergencyId(UUID value) implements Id {
    public static EmergencyId create() {
        return new EmergencyId(Id.next());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static EmergencyId of(String text) {
        return new EmergencyId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
