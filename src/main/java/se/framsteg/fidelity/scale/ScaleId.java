package se.framsteg.fidelity.scale;

import java.util.UUID;
import se.framsteg.shared.Id;

/** The id of one version of a fidelity scale. */
public record ScaleId(UUID value) implements Id {
    public static ScaleId create() {
        return new ScaleId(Id.next());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static ScaleId of(String text) {
        return new ScaleId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
