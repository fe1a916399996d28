package se.framsteg.fidelity.unit;

import java.util.UUID;
import se.framsteg.shared.Id;

/** The id of a care team (vårdteam) of an initiative. */
public record CareTeamId(UUID value) implements Id {
    public static CareTeamId create() {
        return new CareTeamId(Id.next());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static CareTeamId of(String text) {
        return new CareTeamId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
