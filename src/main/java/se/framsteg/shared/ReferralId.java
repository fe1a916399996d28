package se.framsteg.shared;

import java.util.Locale;
import java.util.UUID;

/** The id of a referral (aktualisering). */
public record ReferralId(UUID value) implements Id {
    public static ReferralId create() {
        return new ReferralId(Id.next());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static ReferralId of(String text) {
        return new ReferralId(UUID.fromString(text));
    }

    /** What those who see no person call the referral by: eight characters, as in the view {@code old_referrals}. */
    public String reference() {
        var text = value.toString();
        return text.substring(text.length() - 8).toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
