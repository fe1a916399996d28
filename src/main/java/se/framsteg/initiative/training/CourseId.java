package se.framsteg.initiative.training;

import java.util.UUID;
import se.framsteg.shared.Id;

/** The id of a course. */
public record CourseId(UUID value) implements Id {
    public static CourseId create() {
        return new CourseId(Id.next());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static CourseId of(String text) {
        return new CourseId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
