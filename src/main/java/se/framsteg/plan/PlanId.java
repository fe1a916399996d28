package se.framsteg.plan;

import java.util.UUID;
import se.framsteg.shared.Id;

/** The id of a joint plan. */
public record PlanId(UUID value) implements Id {
    public static PlanId create() {
        return new PlanId(Id.next());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static PlanId of(String text) {
        return new PlanId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
