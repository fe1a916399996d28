package se.framsteg.plan;

import java.util.UUID;
import se.framsteg.shared.Id;

/** The id of an effort of a joint plan. */
public record EffortId(UUID value) implements Id {
    public static EffortId create() {
        return new EffortId(Id.next());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static EffortId of(String text) {
        return new EffortId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
