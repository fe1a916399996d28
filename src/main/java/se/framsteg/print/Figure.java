package se.framsteg.print;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** Makes a drawing of the screen fit for paper: with a size in millimetres, our font, and a text for who listens. */
public final class Figure {
    private static final Pattern START = Pattern.compile(
            "<svg (.*?)viewBox=\"(\\S+ \\S+) (\\S+) (\\S+)\" width=\"[^\"]*\" height=\"[^\"]*\"", Pattern.DOTALL);

    /** What drawings lie on in the light scheme; paper is white. */
    private static final String SCREENS_GROUND = "#fbf9f6";

    private Figure() {}

    /**
     * The drawing as it is put into a document to print.
     *
     * @param svg beginning with an element that has viewBox, width and height
     * @param text what a listener is told in its place
     * @param width in millimetres; the height follows
     */
    public static String of(String svg, String text, double width) {
        return START.matcher(svg)
                .replaceFirst(start -> start(start, text, width))
                .replace("font-family=\"sans-serif\"", "font-family=\"Liberation Sans\"")
                .replace(SCREENS_GROUND, "#ffffff");
    }

    private static String start(MatchResult start, String text, double width) {
        var height = width * Double.parseDouble(start.group(4)) / Double.parseDouble(start.group(3));
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" alt=\"%s\" style=\"width: %smm; height: %smm\" viewBox=\"%s %s %s\""
                .formatted(
                        HtmlUtils.htmlEscape(text, "UTF-8"),
                        millimetres(width),
                        millimetres(height),
                        start.group(2),
                        start.group(3),
                        start.group(4));
    }

    private static String millimetres(double length) {
        return String.format(Locale.ROOT, "%.1f", length);
    }
}
