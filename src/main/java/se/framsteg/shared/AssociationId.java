package se.framsteg.shared;

import java.util.UUID;

/** The id of a samordningsförbund. */
public record AssociationId(UUID value) implements Id {
    public static AssociationId create() {
        return new AssociationId(Id.next());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static AssociationId of(String text) {
        return new AssociationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
