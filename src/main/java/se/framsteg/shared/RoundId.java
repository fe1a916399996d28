package se.framsteg.shared;

import java.util.UUID;

/** The id of a round of measurement (mätomgång). */
public record RoundId(UUID value) implements Id {
    public static RoundId create() {
        return new RoundId(Id.next());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static RoundId of(String text) {
        return new RoundId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
