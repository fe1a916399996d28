package se.framsteg.group;

import java.util.UUID;
import se.framsteg.shared.Id;

/** The id of an enrolment in a group, and of the activity in the case that follows it. */
public record EnrolmentId(UUID value) implements Id {
    public static EnrolmentId create() {
        return new EnrolmentId(Id.next());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static EnrolmentId of(String text) {
        return new EnrolmentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
