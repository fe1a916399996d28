package se.framsteg.report.content;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.web.util.HtmlUtils;
import se.framsteg.report.content.Block.Grid;
import se.framsteg.report.content.Block.Line;

/** The first columns of a table as bars, in SVG, for the screen and for paper. The table beside it is what it says in words. */
public final class BarsDrawing {
    private static final int WIDTH = 720;
    private static final int LABELS = 250;
    private static final int NUMBERS = 60;

    /** So wide is a letter, about. */
    private static final int LETTER = 8;

    private static final int BAR = 14;
    private static final int TEXT = 15;
    private static final int LETTERS = 32;

    /** Each at least 3:1 against the ground and told apart by its place as well. */
    private static final List<String> COLOURS = List.of("#0e5a66", "#b4532a", "#6b5b95");

    private final Grid grid;
    private final int series;

    public BarsDrawing(Grid grid) {
        this.grid = grid;
        this.series = Math.min(grid.drawn(), COLOURS.size());
    }

    public String figure() {
        var rows = new StringBuilder();
        var y = series > 1 ? legend(rows) : 8;
        var most = most();
        var numbers = numbers();
        for (var line : grid.lines()) {
            y = row(rows, line, y, most, numbers);
        }
        return "<svg viewBox=\"0 0 %d %d\" width=\"100%%\" height=\"auto\" focusable=\"false\"><rect width=\"%d\" height=\"%d\" fill=\"#fbf9f6\"/>"
                        .formatted(WIDTH, y, WIDTH, y)
                + rows + "</svg>";
    }

    private double most() {
        return grid.lines().stream()
                .flatMap(line -> line.cells().stream().limit(series))
                .flatMap(cell -> cell.number().stream())
                .mapToDouble(BigDecimal::doubleValue)
                .max()
                .orElse(0);
    }

    private int legend(StringBuilder rows) {
        var x = LABELS;
        var y = 8;
        for (int i = 0; i < series; i++) {
            var name = grid.columns().get(i + 1);
            if (x > LABELS && x + 18 + LETTER * name.length() > WIDTH) {
                x = LABELS;
                y += 20;
            }
            rows.append(text("<rect x=\"%d\" y=\"%d\" width=\"12\" height=\"12\" fill=\"%s\"/>", x, y, COLOURS.get(i)));
            word(rows, x + 18, y + 11, name);
            x += 40 + LETTER * name.length();
        }
        return y + 22;
    }

    /** The room for what stands after a bar. */
    private int numbers() {
        return grid.lines().stream()
                .flatMap(line -> line.cells().stream().limit(series))
                .mapToInt(cell -> 10 + LETTER * cell.text().length())
                .max()
                .stream()
                .map(longest -> Math.max(NUMBERS, longest))
                .findFirst()
                .orElse(NUMBERS);
    }

    private int row(StringBuilder rows, Line line, int top, double most, int numbers) {
        var words = wrapped(line.label());
        for (int i = 0; i < words.size(); i++) {
            word(rows, 0, top + 12 + i * TEXT, words.get(i));
        }
        for (int i = 0; i < series; i++) {
            var cell = line.cells().get(i);
            var width = most == 0
                    ? 0
                    : cell.number().map(BigDecimal::doubleValue).orElse(0.0) / most * (WIDTH - LABELS - numbers);
            var y = top + i * BAR;
            rows.append(text(
                    "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>",
                    LABELS, y, width, BAR - 2, COLOURS.get(i)));
            word(rows, (int) (LABELS + width) + 6, y + 11, cell.text());
        }
        return top + Math.max(series * BAR, words.size() * TEXT) + 8;
    }

    private static void word(StringBuilder rows, int x, int y, String word) {
        rows.append(text(
                "<text x=\"%d\" y=\"%d\" font-family=\"sans-serif\" font-size=\"13\" fill=\"#2a2c2e\">%s</text>",
                x, y, HtmlUtils.htmlEscape(word, "UTF-8")));
    }

    private static List<String> wrapped(String label) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : label.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > LETTERS) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static String text(String pattern, Object... parts) {
        return String.format(Locale.ROOT, pattern, parts);
    }
}
