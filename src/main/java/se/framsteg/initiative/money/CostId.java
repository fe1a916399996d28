package se.framsteg.initiative.money;

import java.util.UUID;
import se.framsteg.shared.Id;

/** The id of what somebody has paid. */
public record CostId(UUID value) implements Id {
    public static CostId create() {
        return new CostId(Id.next());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static CostId of(String text) {
        return new CostId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
