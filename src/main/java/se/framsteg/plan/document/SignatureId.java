package se.framsteg.plan.document;

import java.util.UUID;
import se.framsteg.shared.Id;

/** The id of a signature under a version of a joint plan. */
public record SignatureId(UUID value) implements Id {
    public static SignatureId create() {
        return new SignatureId(Id.next());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static SignatureId of(String text) {
        return new SignatureId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
