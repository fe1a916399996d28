package se.framsteg.employment.employer;

import java.util.UUID;
import se.framsteg.shared.Id;

/** The id of a merge of two employers. */
public record MergeId(UUID value) implements Id {
    public static MergeId create() {
        return new MergeId(Id.next());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static MergeId of(String text) {
        return new MergeId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
