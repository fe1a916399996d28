package se.framsteg.initiative.goal;

import java.util.UUID;
import se.framsteg.shared.Id;

/** The id of a result that was typed in. */
public record GoalResultId(UUID value) implements Id {
    public static GoalResultId create() {
        return new GoalResultId(Id.next());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static GoalResultId of(String text) {
        return new GoalResultId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
