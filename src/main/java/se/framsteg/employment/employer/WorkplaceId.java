package se.framsteg.employment.employer;

import java.util.UUID;
import se.framsteg.shared.Id;

/** The id of a workplace of an employer. */
public record WorkplaceId(UUID value) implements Id {
    public static WorkplaceId create() {
        return new WorkplaceId(Id.next());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static WorkplaceId of(String text) {
        return new WorkplaceId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
