package se.framsteg.print;

import java.util.List;

/** What somebody has written, set into a document that may run the other way. */
public final class Quoted {
    private Quoted() {}

    /**
     * One line as it was typed.
     *
     * @param direction of the writing: {@code ltr} or {@code rtl}
     */
    public record Line(String words, String direction) {}

    /**
     * The lines of it, without blank ones, each in the direction of its own first letter: the renderer does not find it out
     * by itself. Lines without letters, such as telephone numbers, run from left to right.
     */
    public static List<Line> lines(String words) {
        return words.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> new Line(line, direction(line)))
                .toList();
    }

    /** The same without breaks between its words, as for a day that is to stay on one line. */
    public static String unbroken(String words) {
        return words.replace(' ', '\u00a0');
    }

    private static String direction(String line) {
        return line.codePoints()
                .map(Character::getDirectionality)
                .filter(Quoted::isLetters)
                .mapToObj(direction -> direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT ? "ltr" : "rtl")
                .findFirst()
                .orElse("ltr");
    }

    private static boolean isLetters(int direction) {
        return direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
}
