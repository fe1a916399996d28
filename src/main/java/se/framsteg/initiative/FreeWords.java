package se.framsteg.initiative;

import java.util.Arrays;
import se.framsteg.shared.Identifying;
import se.framsteg.ui.Fields;

/**
 * Words on the initiative's own side. The association's office and its board read them, so they tell of no participant: forms say so, and
 * refuse identity numbers, which is what can be recognised.
 */
public final class FreeWords {
    private FreeWords() {}

    /** Reads words that may be missing. */
    public static String read(Fields fields, String field, int longest) {
        return plain(fields, field, fields.text(field, longest));
    }

    /** Reads words that must be there. The problem's text is {@code <textKey>.required}. */
    public static String required(Fields fields, String field, int longest, String textKey) {
        return plain(fields, field, fields.required(field, longest, textKey));
    }

    private static String plain(Fields fields, String field, String words) {
        if (holdsNumber(words)) {
            fields.fail(field, "affairs.identity-number");
        }
        return words;
    }

    /** @throws IllegalArgumentException if a form was not asked */
    public static void require(String... words) {
        if (Arrays.stream(words).anyMatch(FreeWords::holdsNumber)) {
            throw new IllegalArgumentException("an identity number in free words");
        }
    }

    private static boolean holdsNumber(String words) {
        return Identifying.in(words).contains(Identifying.IDENTITY_NUMBER);
    }
}
