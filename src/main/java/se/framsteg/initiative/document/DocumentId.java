package se.framsteg.initiative.document;

import java.util.UUID;
import se.framsteg.shared.Id;

/** The id of a paper of an initiative. */
public record DocumentId(UUID value) implements Id {
    public static DocumentId create() {
        return new DocumentId(Id.next());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static DocumentId of(String text) {
        return new DocumentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
