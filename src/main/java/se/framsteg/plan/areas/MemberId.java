package se.framsteg.plan.areas;

import java.util.UUID;
import se.framsteg.shared.Id;

/** The id of somebody in a person's resource group. */
public record MemberId(UUID value) implements Id {
    public static MemberId create() {
        return new MemberId(Id.next());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static MemberId of(String text) {
        return new MemberId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
