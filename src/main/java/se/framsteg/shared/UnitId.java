package se.framsteg.shared;

import java.util.UUID;

/** The id of a unit of an organisation. */
public record UnitId(UUID value) implements Id {
    public static UnitId create() {
        return new UnitId(Id.next());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static UnitId of(String text) {
        return new UnitId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
