package se.framsteg.shared;

import java.util.UUID;

/** The id of a case (deltagande). */
public record CaseId(UUID value) implements Id {
    public static CaseId create() {
        return new CaseId(Id.next());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static CaseId of(String text) {
        return new CaseId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
