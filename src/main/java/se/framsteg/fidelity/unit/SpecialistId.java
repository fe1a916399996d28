package se.framsteg.fidelity.unit;

import java.util.UUID;
import se.framsteg.shared.Id;

/** The id of some days on which somebody works as a specialist. */
public record SpecialistId(UUID value) implements Id {
    public static SpecialistId create() {
        return new SpecialistId(Id.next());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static SpecialistId of(String text) {
        return new SpecialistId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
