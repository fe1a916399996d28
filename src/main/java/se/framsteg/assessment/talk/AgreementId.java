package se.framsteg.assessment.talk;

import java.util.UUID;
import se.framsteg.shared.Id;

/** The id of an agreement (överenskommelse). */
public record AgreementId(UUID value) implements Id {
    public static AgreementId create() {
        return new AgreementId(Id.next());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static AgreementId of(String text) {
        return new AgreementId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
