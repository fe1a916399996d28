package se.framsteg.initiative.official;

import java.util.UUID;
import se.framsteg.shared.Id;

/** The id of somebody's place in the organisation round an initiative. */
public record OfficialId(UUID value) implements Id {
    public static OfficialId create() {
        return new OfficialId(Id.next());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static OfficialId of(String text) {
        return new OfficialId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
