package se.framsteg.shared;

import java.util.UUID;

/** The id of one bringing-in of measurements from a file. */
public record ImportId(UUID value) implements Id {
    public static ImportId create() {
        return new ImportId(Id.next());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static ImportId of(String text) {
        return new ImportId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
