package se.framsteg.employment.employer;

import java.util.UUID;
import se.framsteg.shared.Id;

/** The id of a need of an employer. */
public record EmployerNeedId(UUID value) implements Id {
    public static EmployerNeedId create() {
        return new EmployerNeedId(Id.next());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static EmployerNeedId of(String text) {
        return new EmployerNeedId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
