package se.framsteg.shared;

import java.util.UUID;

/** The id of one version of an instrument. */
public record InstrumentId(UUID value) implements Id {
    public static InstrumentId create() {
        return new InstrumentId(Id.next());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static InstrumentId of(String text) {
        return new InstrumentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
