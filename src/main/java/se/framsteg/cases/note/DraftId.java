package se.framsteg.cases.note;

import java.util.UUID;
import se.framsteg.shared.Id;

/** The id of a draft of a note (utkast). */
public record DraftId(UUID value) implements Id {
    public static DraftId create() {
        return new DraftId(Id.next());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static DraftId of(String text) {
        return new DraftId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
