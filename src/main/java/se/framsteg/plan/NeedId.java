package se.framsteg.plan;

import java.util.UUID;
import se.framsteg.shared.Id;

/** The id of a need of a joint plan. */
public record NeedId(UUID value) implements Id {
    public static NeedId create() {
        return new NeedId(Id.next());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static NeedId of(String text) {
        return new NeedId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
