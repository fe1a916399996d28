package se.framsteg.consent;

import java.util.UUID;
import se.framsteg.shared.Id;

/** The id of a scanned paper that shows answers. */
public record PaperId(UUID value) implements Id {
    public static PaperId create() {
        return new PaperId(Id.next());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static PaperId of(String text) {
        return new PaperId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
