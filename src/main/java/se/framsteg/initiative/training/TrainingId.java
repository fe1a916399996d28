package se.framsteg.initiative.training;

import java.util.UUID;
import se.framsteg.shared.Id;

/** The id of somebody's course, planned or done. */
public record TrainingId(UUID value) implements Id {
    public static TrainingId create() {
        return new TrainingId(Id.next());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static TrainingId of(String text) {
        return new TrainingId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
