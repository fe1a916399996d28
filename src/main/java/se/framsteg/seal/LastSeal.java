package se.framsteg.seal;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The last block as it is remembered outside the database: its number and its hash, in hexadecimal digits.
 *
 * @param hash the whole, or as much of the beginning as somebody has written down
 */
record LastSeal(long number, String hash) {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,18})-([0-9a-f]{8,64})");
    private static final int DIGITS_SHOWN = 16;

    static LastSeal of(Seal seal) {
        return new LastSeal(seal.number(), HexFormat.of().formatHex(seal.hash()));
    }

    static Optional<LastSeal> read(String text) {
        var found = WRITTEN.matcher(text.strip());
        return found.matches()
                ? Optional.of(new LastSeal(Long.parseLong(found.group(1)), found.group(2)))
                : Optional.empty();
    }

    boolean is(Seal seal) {
        return number == seal.number() && of(seal).hash().startsWith(hash);
    }

    /** Short enough to be written down by hand. */
    String shown() {
        return number + "-" + hash.substring(0, Math.min(DIGITS_SHOWN, hash.length()));
    }

    @Override
    public String toString() {
        return number + "-" + hash;
    }
}
