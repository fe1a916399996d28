package se.framsteg.pathway.steps;

import java.util.UUID;
import se.framsteg.shared.Id;

/** The id of a pathway that a case goes by. */
public record FollowedId(UUID value) implements Id {
    public static FollowedId create() {
        return new FollowedId(Id.next());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static FollowedId of(String text) {
        return new FollowedId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
