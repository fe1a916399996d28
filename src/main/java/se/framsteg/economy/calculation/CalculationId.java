package se.framsteg.economy.calculation;

import java.util.UUID;
import se.framsteg.shared.Id;

/** The id of a calculation. */
public record CalculationId(UUID value) implements Id {
    public static CalculationId create() {
        return new CalculationId(Id.next());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static CalculationId of(String text) {
        return new CalculationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
