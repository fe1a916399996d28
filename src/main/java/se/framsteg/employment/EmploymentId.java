package se.framsteg.employment;

import java.util.UUID;
import se.framsteg.shared.Id;

/** The id of a job or placement. */
public record EmploymentId(UUID value) implements Id {
    public static EmploymentId create() {
        return new EmploymentId(Id.next());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static EmploymentId of(String text) {
        return new EmploymentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
