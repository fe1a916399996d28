package se.framsteg.shared;

import java.util.UUID;

/** The id of a participant (deltagare). */
public record ParticipantId(UUID value) implements Id {
    public static ParticipantId create() {
        return new ParticipantId(Id.next());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static ParticipantId of(String text) {
        return new ParticipantId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
