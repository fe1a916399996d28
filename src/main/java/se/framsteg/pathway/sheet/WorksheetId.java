package se.framsteg.pathway.sheet;

import java.util.UUID;
import se.framsteg.shared.Id;

/** The id of a worksheet that is filled in. */
public record WorksheetId(UUID value) implements Id {
    public static WorksheetId create() {
        return new WorksheetId(Id.next());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static WorksheetId of(String text) {
        return new WorksheetId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
