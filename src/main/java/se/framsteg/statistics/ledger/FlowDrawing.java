package se.framsteg.statistics.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.web.util.HtmlUtils;
import se.framsteg.statistics.Group;

/** From what to what, as bands between two columns, in SVG. The table beside it is what it says in words. */
public final class FlowDrawing {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 320;
    private static final int LABEL = 190;
    private static final int NODE = 10;
    private static final int GAP = 14;
    private static final int TOP = 10;
    private static final List<String> COLOURS =
            List.of("#0e5a66", "#b4532a", "#6b5b95", "#5b6f3a", "#8a5a83", "#6a6f75");

    private final FigureWords words;
    private final List<Band> bands;
    private final Map<String, Integer> before = new LinkedHashMap<>();
    private final Map<String, Integer> after = new LinkedHashMap<>();

    private record Band(String from, String to, int number) {}

    /** @param table of a flow, of which something is told */
    public FlowDrawing(FigureTable table, FigureWords words) {
        this.words = words;
        this.bands = bands(table);
        bands.forEach(band -> {
            before.merge(band.from(), band.number(), Integer::sum);
            after.merge(band.to(), band.number(), Integer::sum);
        });
    }

    private static List<Band> bands(FigureTable table) {
        var bands = new ArrayList<Band>();
        table.row(Group.ALL).ifPresent(row -> {
            for (int i = 0; i < row.numbers().size(); i++) {
                var ends = table.columns().get(i).code().split("_", 2);
                if (row.numbers().get(i) > 0) {
                    bands.add(new Band(ends[0], ends[1], row.numbers().get(i)));
                }
            }
        });
        return bands;
    }

    public String figure() {
        var svg = new StringBuilder(
                "<svg viewBox=\"0 0 %d %d\" width=\"100%%\" height=\"auto\" focusable=\"false\"><rect width=\"%d\" height=\"%d\" fill=\"#fbf9f6\"/>"
                        .formatted(WIDTH, HEIGHT, WIDTH, HEIGHT));
        var all = Math.max(1, bands.stream().mapToInt(Band::number).sum());
        var most = Math.max(before.size(), after.size());
        var each = (double) (HEIGHT - 2 * TOP - GAP * Math.max(0, most - 1)) / all;
        var from = nodes(svg, before, each, LABEL - NODE, true);
        var to = nodes(svg, after, each, WIDTH - LABEL, false);
        for (var band : bands) {
            var height = band.number() * each;
            double left = from.merge(band.from(), height, Double::sum) - height;
            double right = to.merge(band.to(), height, Double::sum) - height;
            svg.append(text(
                    "<path d=\"M%d %.1fC%d %.1f %d %.1f %d %.1fV%.1fC%d %.1f %d %.1f %d %.1fZ\" fill=\"%s\""
                            + " fill-opacity=\".35\"/>",
                    LABEL,
                    left,
                    WIDTH / 2,
                    left,
                    WIDTH / 2,
                    right,
                    WIDTH - LABEL,
                    right,
                    right + height,
                    WIDTH / 2,
                    right + height,
                    WIDTH / 2,
                    left + height,
                    LABEL,
                    left + height,
                    colour(band.from())));
        }
        return svg.append("</svg>").toString();
    }

    /** Where each begins, from the top. */
    private Map<String, Double> nodes(StringBuilder svg, Map<String, Integer> nodes, double each, int x, boolean left) {
        var tops = new LinkedHashMap<String, Double>();
        double y = TOP;
        for (var node : nodes.entrySet()) {
            var height = node.getValue() * each;
            tops.put(node.getKey(), y);
            svg.append(text(
                    "<rect x=\"%d\" y=\"%.1f\" width=\"%d\" height=\"%.1f\" fill=\"%s\"/>",
                    x, y, NODE, height, colour(node.getKey())));
            svg.append(text(
                    "<text x=\"%d\" y=\"%.1f\" text-anchor=\"%s\" font-family=\"sans-serif\" font-size=\"12\""
                            + " fill=\"#2a2c2e\">%s</text>",
                    left ? x - 6 : x + NODE + 6,
                    y + Math.min(height, 24) / 2 + 5,
                    left ? "end" : "start",
                    HtmlUtils.htmlEscape(words.income(node.getKey()) + " " + node.getValue(), "UTF-8")));
            y += height + GAP;
        }
        return tops;
    }

    private static String colour(String code) {
        return COLOURS.get(Math.floorMod(code.hashCode(), COLOURS.size()));
    }

    private static String text(String pattern, Object... parts) {
        return String.format(Locale.ROOT, pattern, parts);
    }
}
