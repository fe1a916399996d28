package se.framsteg.consent.scan;

/** The packed parts of a PDF: what lies between {@code stream} and {@code endstream}. */
final class PackedParts {
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
}
