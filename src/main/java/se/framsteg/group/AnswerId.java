package se.framsteg.group;

import java.util.UUID;
import se.framsteg.shared.Id;

/** The id of an answer to an evaluation; random, so that it tells no order. */
public record AnswerId(UUID value) implements Id {
    public static AnswerId create() {
        return new AnswerId(UUID.randomUUID());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static AnswerId of(String text) {
        return new AnswerId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
