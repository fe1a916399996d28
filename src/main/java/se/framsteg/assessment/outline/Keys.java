package se.framsteg.assessment.outline;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;

/** Keys for those who need not know that there are any. */
public final class Keys {
    private static final int LONGEST = 50;
    private static final Pattern VALID = Pattern.compile("[a-z][a-z0-9-]{0,59}");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern ENDS = Pattern.compile("^[^a-z]+|-+$");

    private Keys() {}

    /** A key like this name that is not taken; {@code otherwise} if nothing of the name can stand in a key. */
    public static String of(String name, String otherwise, Collection<String> taken) {
        var plain = MARKS.matcher(Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD))
                .replaceAll("");
        var key = ENDS.matcher(OTHERS.matcher(plain).replaceAll("-")).replaceAll("");
        key = key.isEmpty() ? otherwise : key.substring(0, Math.min(key.length(), LONGEST));
        return untaken(key, taken);
    }

    static boolean valid(String key) {
        return VALID.matcher(key).matches();
    }

    private static String untaken(String key, Collection<String> taken) {
        if (!taken.contains(key)) {
            return key;
        }
        int number = 2;
        while (taken.contains(key + "-" + number)) {
            number++;
        }
        return key + "-" + number;
    }
}
