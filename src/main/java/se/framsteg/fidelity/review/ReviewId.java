package se.framsteg.fidelity.review;

import java.util.UUID;
import se.framsteg.shared.Id;

/** The id of a fidelity review. */
public record ReviewId(UUID value) implements Id {
    public static ReviewId create() {
        return new ReviewId(Id.next());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static ReviewId of(String text) {
        return new ReviewId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
