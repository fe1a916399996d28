package se.framsteg.initiative.goal;

import java.util.UUID;
import se.framsteg.shared.Id;

/** The id of a goal. */
public record GoalId(UUID value) implements Id {
    public static GoalId create() {
        return new GoalId(Id.next());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static GoalId of(String text) {
        return new GoalId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
