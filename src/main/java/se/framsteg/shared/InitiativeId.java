package se.framsteg.shared;

import java.util.UUID;

/** The id of an initiative (insats). */
public record InitiativeId(UUID value) implements Id {
    public static InitiativeId create() {
        return new InitiativeId(Id.next());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static InitiativeId of(String text) {
        return new InitiativeId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
