package se.framsteg.pathway.steps;

import java.util.UUID;
import se.framsteg.shared.Id;

/** The id of a stay in a stage. */
public record EnteredId(UUID value) implements Id {
    public static EnteredId create() {
        return new EnteredId(Id.next());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static EnteredId of(String text) {
        return new EnteredId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
