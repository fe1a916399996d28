package se.framsteg.economy.calculation;

import java.util.UUID;
import se.framsteg.shared.Id;

/** The id of a calculation as it was saved once. */
public record VersionId(UUID value) implements Id {
    public static VersionId create() {
        return new VersionId(Id.next());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static VersionId of(String text) {
        return new VersionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
