package se.framsteg.fidelity.unit;

import java.util.UUID;
import se.framsteg.shared.Id;

/** The id of a time when the log of employer contacts was gone through. */
public record LogReviewId(UUID value) implements Id {
    public static LogReviewId create() {
        return new LogReviewId(Id.next());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static LogReviewId of(String text) {
        return new LogReviewId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
