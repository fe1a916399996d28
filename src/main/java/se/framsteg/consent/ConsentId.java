package se.framsteg.consent;

import java.util.UUID;
import se.framsteg.shared.Id;

/** The id of a consent: a question that a person was asked. */
public record ConsentId(UUID value) implements Id {
    public static ConsentId create() {
        return new ConsentId(Id.next());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static ConsentId of(String text) {
        return new ConsentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
