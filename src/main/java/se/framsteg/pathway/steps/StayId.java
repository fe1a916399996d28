package se.framsteg.pathway.steps;

import java.util.UUID;
import se.framsteg.shared.Id;

/** The id of a stay in a stage. */
public record StayId(UUID value) implements Id {
    public static StayId create() {
        return new StayId(Id.next());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static StayId of(String text) {
        return new StayId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
