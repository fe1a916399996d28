package se.framsteg.plan.meeting;

import java.util.UUID;
import se.framsteg.shared.Id;

/** The id of somebody's being asked to a meeting about a joint plan. */
public record InviteeId(UUID value) implements Id {
    public static InviteeId create() {
        return new InviteeId(Id.next());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static InviteeId of(String text) {
        return new InviteeId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
