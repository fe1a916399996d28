package se.framsteg.cases.note;

import java.util.UUID;
import se.framsteg.shared.Id;

/** The id of a signed note (anteckning). */
public record NoteId(UUID value) implements Id {
    public static NoteId create() {
        return new NoteId(Id.next());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static NoteId of(String text) {
        return new NoteId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
