package se.framsteg.fidelity.overview;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import se.framsteg.fidelity.overview.FidelityOverview.Month;

/** The mean scores of months as a line, in SVG. The same is told in a table beside it. A month without scores is a gap in the line. */
public final class MonthsDrawing {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 220;
    private static final int LEFT = 30;
    private static final int TOP = 12;
    private static final int BOTTOM = 28;

    private final List<Month> months;
    private final int highest;
    private final Function<YearMonth, String> name;

    /**
     * @param highest score of the scale
     * @param name of a month, in few letters
     */
    public MonthsDrawing(List<Month> months, int highest, Function<YearMonth, String> name) {
        this.months = List.copyOf(months);
        this.highest = highest;
        this.name = name;
    }

    public String figure() {
        var svg = new StringBuilder("<svg viewBox=\"0 0 %d %d\" focusable=\"false\">".formatted(WIDTH, HEIGHT));
        for (int score = 1; score <= highest; score++) {
            var y = y(BigDecimal.valueOf(score));
            svg.append(text("<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>", LEFT, WIDTH, y, y));
            svg.append(text("<text class=\"axis\" x=\"%d\" y=\"%.1f\">%d</text>", LEFT - 18, y + 5, score));
        }
        svg.append("<path class=\"line\" d=\"").append(path()).append("\"/>");
        for (int i = 0; i < months.size(); i++) {
            var x = x(i);
            months.get(i)
                    .mean()
                    .ifPresent(mean ->
                            svg.append(text("<circle class=\"dot\" cx=\"%.1f\" cy=\"%.1f\" r=\"4\"/>", x, y(mean))));
            if (i % 2 == 0) {
                svg.append(text(
                        "<text class=\"axis middle\" x=\"%.1f\" y=\"%d\">%s</text>",
                        x, HEIGHT - 6, name.apply(months.get(i).month())));
            }
        }
        return svg.append("</svg>").toString();
    }

    private String path() {
        var path = new StringBuilder();
        var drawing = false;
        for (int i = 0; i < months.size(); i++) {
            var mean = months.get(i).mean();
            if (mean.isPresent()) {
                path.append(text("%s%.1f %.1f", drawing ? "L" : "M", x(i), y(mean.get())));
            }
            drawing = mean.isPresent();
        }
        return path.toString();
    }

    private double x(int month) {
        return LEFT + (month + 0.5) * (WIDTH - LEFT) / months.size();
    }

    private double y(BigDecimal score) {
        return TOP + (highest - score.doubleValue()) * (HEIGHT - TOP - BOTTOM) / (highest - 1);
    }

    private static String text(String pattern, Object... parts) {
        return String.format(Locale.ROOT, pattern, parts);
    }
}
