package se.framsteg.shared;

import java.util.UUID;

/** The id of a part: FK, AF, a region, a kommun or other. */
public record OrganisationId(UUID value) implements Id {
    public static OrganisationId create() {
        return new OrganisationId(Id.next());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static OrganisationId of(String text) {
        return new OrganisationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
