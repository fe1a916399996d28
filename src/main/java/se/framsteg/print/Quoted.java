package se.framsteg.print;

import java.text.Bidi;

/** What somebody has written, set into a document that may run the other way. */
public final class Quoted {
    private static final String LEFT_TO_RIGHT = "\u200E";

    private Quoted() {}

    /**
     * The words, in a document from right to left with marks round words that run from left to right: their own punctuation
     * then stays on its side of them.
     */
    public static String of(String words, boolean rightToLeft) {
        var turns = rightToLeft && new Bidi(words, Bidi.DIRECTION_DEFAULT_RIGHT_TO_LEFT).baseIsLeftToRight();
        return turns ? LEFT_TO_RIGHT + words + LEFT_TO_RIGHT : words;
    }
}
