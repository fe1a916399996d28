package se.framsteg.employment.employer;

import java.util.UUID;
import se.framsteg.shared.Id;

/** The id of an employer of the register. */
public record EmployerId(UUID value) implements Id {
    public static EmployerId create() {
        return new EmployerId(Id.next());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static EmployerId of(String text) {
        return new EmployerId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
