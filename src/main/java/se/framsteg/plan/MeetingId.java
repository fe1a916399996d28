package se.framsteg.plan;

import java.util.UUID;
import se.framsteg.shared.Id;

/** The id of a meeting about a joint plan. */
public record MeetingId(UUID value) implements Id {
    public static MeetingId create() {
        return new MeetingId(Id.next());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static MeetingId of(String text) {
        return new MeetingId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
