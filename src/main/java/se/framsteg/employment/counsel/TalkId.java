package se.framsteg.employment.counsel;

import java.util.UUID;
import se.framsteg.shared.Id;

/** The id of a talk about money or about what an employer may be told. */
public record TalkId(UUID value) implements Id {
    public static TalkId create() {
        return new TalkId(Id.next());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static TalkId of(String text) {
        return new TalkId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
