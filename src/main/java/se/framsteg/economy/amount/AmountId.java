package se.framsteg.economy.amount;

import java.util.UUID;
import se.framsteg.shared.Id;

/** The id of one dated amount. */
public record AmountId(UUID value) implements Id {
    public static AmountId create() {
        return new AmountId(Id.next());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static AmountId of(String text) {
        return new AmountId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
