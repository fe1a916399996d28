package se.framsteg.shared;

import java.util.UUID;

/** The id of a member of staff. */
public record StaffId(UUID value) implements Id {
    public static StaffId create() {
        return new StaffId(Id.next());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static StaffId of(String text) {
        return new StaffId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
