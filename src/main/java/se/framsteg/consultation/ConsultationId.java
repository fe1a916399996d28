package se.framsteg.consultation;

import java.util.UUID;
import se.framsteg.shared.Id;

/** The id of a question to a team. */
public record ConsultationId(UUID value) implements Id {
    public static ConsultationId create() {
        return new ConsultationId(Id.next());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static ConsultationId of(String text) {
        return new ConsultationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
