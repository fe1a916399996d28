package se.framsteg.group;

import java.util.UUID;
import se.framsteg.shared.Id;

/** The id of a session of a group. */
public record SessionId(UUID value) implements Id {
    public static SessionId create() {
        return new SessionId(Id.next());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static SessionId of(String text) {
        return new SessionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
