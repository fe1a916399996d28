package se.framsteg.consent.scan;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The packed parts of a PDF: what lies between {@code stream} and {@code endstream}. */
final class PackedParts {
    /** What a scanned paper's own structure never comes near: packed once, this many bytes are a trap and not a paper. */
    private static final long MOST_UNPACKED = 100L << 20;

    private static final String BEGIN = "stream";
    private static final String END = "endstream";

    private PackedParts() {}

    /** The text without them. One pass, whatever stands in it; a part that never ends is left in. */
    static String without(String text) {
        var left = new StringBuilder();
        int from = 0;
        for (int begin = begin(text, 0); begin >= 0; begin = begin(text, from)) {
            int end = text.indexOf(END, begin);
            if (end < 0) {
                break;
            }
            left.append(text, from, begin).append(' ');
            from = end + END.length();
        }
        return left.append(text, from, text.length()).toString();
    }

    private static int begin(String text, int from) {
        int found = text.indexOf(BEGIN, from);
        return found < 0 ? -1 : found + BEGIN.length();
    }

    /** Whether they would unpack to more than any paper does, however they are packed. */
    static boolean tooMuch(String text, byte[] file) {
        long unpacked = 0;
        int from = 0;
        for (int begin = begin(text, 0); begin >= 0; begin = begin(text, from)) {
            int end = text.indexOf(END, begin);
            int until = end < 0 ? file.length : end;
            unpacked += unpacked(file, afterLineEnd(text, begin), until, MOST_UNPACKED - unpacked);
            if (unpacked >= MOST_UNPACKED) {
                return true;
            }
            if (end < 0) {
                return false;
            }
            from = end + END.length();
        }
        return false;
    }

    private static int afterLineEnd(String text, int at) {
        int place = at;
        while (place < text.length() && (text.charAt(place) == '\r' || text.charAt(place) == '\n')) {
            place++;
        }
        return place;
    }

    /** How many bytes come out, counted up to the most; nothing of what is not packed in this way. */
    private static long unpacked(byte[] file, int from, int until, long most) {
        if (from >= until) {
            return 0;
        }
        var inflater = new Inflater();
        try {
            inflater.setInput(file, from, until - from);
            var thrownAway = new byte[1 << 16];
            long count = 0;
            int some = 1;
            while (some > 0 && count < most && !inflater.finished()) {
                some = inflater.inflate(thrownAway);
                count += some;
            }
            return count;
        } catch (DataFormatException _) {
            return 0;
        } finally {
            inflater.end();
        }
    }
}
