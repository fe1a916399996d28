package se.framsteg.initiative.implementation;

import java.util.UUID;
import se.framsteg.shared.Id;

/** The id of a step of the implementation plan. */
public record ImplementationStepId(UUID value) implements Id {
    public static ImplementationStepId create() {
        return new ImplementationStepId(Id.next());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static ImplementationStepId of(String text) {
        return new ImplementationStepId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
