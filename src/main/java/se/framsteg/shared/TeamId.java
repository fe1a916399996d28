package se.framsteg.shared;

import java.util.UUID;

/** The id of a team with members from several organisations. */
public record TeamId(UUID value) implements Id {
    public static TeamId create() {
        return new TeamId(Id.next());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static TeamId of(String text) {
        return new TeamId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
