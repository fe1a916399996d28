package se.framsteg.economy.calculation;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Stream;
import se.framsteg.economy.amount.Range;
import se.framsteg.print.Figure;

/**
 * Ranges drawn on one line of numbers, with 0 on it, in SVG: from the lowest to the highest, with a mark at the likely. Hidden from listeners: the
 * numbers stand beside it.
 */
public final class Bars {
    private static final double WIDTH = 100;
    private static final double EDGE = 2;

    private final double from;
    private final double to;

    public Bars(Collection<Range> ranges) {
        this.from = ends(ranges).mapToDouble(BigDecimal::doubleValue).min().orElse(0);
        this.to = Math.max(
                from + 1,
                ends(ranges).mapToDouble(BigDecimal::doubleValue).max().orElse(0));
    }

    private static Stream<BigDecimal> ends(Collection<Range> ranges) {
        return Stream.concat(
                Stream.of(BigDecimal.ZERO), ranges.stream().flatMap(one -> Stream.of(one.low(), one.high())));
    }

    public String of(Range range) {
        var low = x(range.low());
        return String.format(
                Locale.ROOT,
                "<svg class=\"range\" viewBox=\"0 0 100 12\" width=\"100\" height=\"12\" preserveAspectRatio=\"none\""
                    + " aria-hidden=\"true\" focusable=\"false\"><rect class=\"range-zero\" x=\"%.2f\" y=\"0\""
                    + " width=\"0.6\" height=\"12\" fill=\"#6b7075\"/><rect class=\"%s\" x=\"%.2f\" y=\"3\""
                    + " width=\"%.2f\" height=\"6\" fill=\"#8fb3b8\"/><rect class=\"range-likely\" x=\"%.2f\" y=\"1\""
                    + " width=\"1.6\" height=\"10\" fill=\"#17525c\"/></svg>",
                x(BigDecimal.ZERO) - 0.3,
                range.likely().signum() < 0 ? "range-less" : "range-more",
                low,
                Math.max(0.5, x(range.high()) - low),
                x(range.likely()) - 0.8);
    }

    /** The same on paper. */
    public String printed(Range range, String text) {
        return Figure.of(of(range), text, 40);
    }

    private double x(BigDecimal number) {
        return EDGE + (number.doubleValue() - from) / (to - from) * (WIDTH - 2 * EDGE);
    }
}
