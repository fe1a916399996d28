package se.framsteg.plan.document;

import java.util.UUID;
import se.framsteg.shared.Id;

/** The id of that a version of a joint plan was handed out. */
public record CopyId(UUID value) implements Id {
    public static CopyId create() {
        return new CopyId(Id.next());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static CopyId of(String text) {
        return new CopyId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
