package se.framsteg.initiative.implementation;

import java.util.UUID;
import se.framsteg.shared.Id;

/** The id of a change of how far a step has come. */
public record StepStateId(UUID value) implements Id {
    public static StepStateId create() {
        return new StepStateId(Id.next());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static StepStateId of(String text) {
        return new StepStateId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
