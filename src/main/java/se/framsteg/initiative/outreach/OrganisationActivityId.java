package se.framsteg.initiative.outreach;

import java.util.UUID;
import se.framsteg.shared.Id;

/** The id of an activity for organisations. */
public record OrganisationActivityId(UUID value) implements Id {
    public static OrganisationActivityId create() {
        return new OrganisationActivityId(Id.next());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static OrganisationActivityId of(String text) {
        return new OrganisationActivityId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
