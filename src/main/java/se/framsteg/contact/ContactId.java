package se.framsteg.contact;

import java.util.UUID;
import se.framsteg.shared.Id;

/** The id of a contact. */
public record ContactId(UUID value) implements Id {
    public static ContactId create() {
        return new ContactId(Id.next());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static ContactId of(String text) {
        return new ContactId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
