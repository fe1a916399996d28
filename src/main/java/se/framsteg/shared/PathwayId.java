package se.framsteg.shared;

import java.util.UUID;

/** The id of one version of a pathway. */
public record PathwayId(UUID value) implements Id {
    public static PathwayId create() {
        return new PathwayId(Id.next());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static PathwayId of(String text) {
        return new PathwayId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
