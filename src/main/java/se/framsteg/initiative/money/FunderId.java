package se.framsteg.initiative.money;

import java.util.UUID;
import se.framsteg.shared.Id;

/** The id of who pays for an initiative. */
public record FunderId(UUID value) implements Id {
    public static FunderId create() {
        return new FunderId(Id.next());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static FunderId of(String text) {
        return new FunderId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
