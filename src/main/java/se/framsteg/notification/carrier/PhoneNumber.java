package se.framsteg.notification.carrier;

import java.util.Optional;
import java.util.regex.Pattern;

/** Phone numbers as people write them, made into what networks understand (E.164). */
public final class PhoneNumber {
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}\\-–./()]+");
    private static final Pattern SWEDISH = Pattern.compile("0([1-9]\\d{6,9})");
    private static final Pattern ABROAD = Pattern.compile("(?:\\+|00)([1-9]\\d{6,14})");

    private PhoneNumber() {}

    /**
     * The number with its country code, +46701234567. One without a country code is Swedish.
     *
     * @param typed for example {@code 070-123 45 67} or {@code +46 (0)70 123 45 67}; empty comes back if it is no number
     */
    public static Optional<String> international(String typed) {
        var digits = BETWEEN.matcher(typed.replace("(0)", "")).replaceAll("");
        var swedish = SWEDISH.matcher(digits);
        if (swedish.matches()) {
            return Optional.of("+46" + swedish.group(1));
        }
        var abroad = ABROAD.matcher(digits);
        return abroad.matches() ? Optional.of("+" + abroad.group(1)) : Optional.empty();
    }
}
