package se.framsteg.plan.document;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A signature as it was drawn: lines in a field of {@value #WIDTH} by {@value #HEIGHT}, written as the path of an SVG. Whatever is not
 * such lines is none, so that it can stand in a page and on paper as it is.
 *
 * @param path of M and L commands with whole numbers alone, at most {@value #LONGEST} characters
 */
public record Drawing(String path) {
    public static final int WIDTH = 600;
    public static final int HEIGHT = 200;
    static final int LONGEST = 20_000;

    /** Less is a slip of the finger. */
    private static final int FEWEST_POINTS = 5;

    private static final Pattern COMMAND = Pattern.compile("\\G([ML])(\\d{1,3}) (\\d{1,3})");

    /** @throws IllegalArgumentException if it is no drawing */
    public Drawing {
        if (!isDrawn(path)) {
            throw new IllegalArgumentException("no drawing");
        }
    }

    static Optional<Drawing> of(String path) {
        return isDrawn(path) ? Optional.of(new Drawing(path)) : Optional.empty();
    }

    private static boolean isDrawn(String path) {
        if (path.length() > LONGEST || !path.startsWith("M")) {
            return false;
        }
        var command = COMMAND.matcher(path);
        int points = 0;
        int end = 0;
        while (command.find()) {
            if (Integer.parseInt(command.group(2)) > WIDTH || Integer.parseInt(command.group(3)) > HEIGHT) {
                return false;
            }
            points++;
            end = command.end();
        }
        return end == path.length() && points >= FEWEST_POINTS;
    }

    /** As an element of its own. */
    public String svg() {
        return """
            <svg viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d"><path d="%3$s" fill="none" stroke="#23282b" stroke-width="4" \
            stroke-linecap="round" stroke-linejoin="round"/></svg>\
            """.formatted(WIDTH, HEIGHT, path);
    }

    @Override
    public String toString() {
        return "drawing";
    }
}
