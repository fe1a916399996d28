package se.framsteg.cases.activity;

import java.util.UUID;
import se.framsteg.shared.Id;

/** The id of an activity (aktivitet). */
public record ActivityId(UUID value) implements Id {
    public static ActivityId create() {
        return new ActivityId(Id.next());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static ActivityId of(String text) {
        return new ActivityId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
