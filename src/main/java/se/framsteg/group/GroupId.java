package se.framsteg.group;

import java.util.UUID;
import se.framsteg.shared.Id;

/** The id of a group. */
public record GroupId(UUID value) implements Id {
    public static GroupId create() {
        return new GroupId(Id.next());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static GroupId of(String text) {
        return new GroupId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
