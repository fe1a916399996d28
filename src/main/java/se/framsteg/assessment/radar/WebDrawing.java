package se.framsteg.assessment.radar;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Draws the net that the scores are read against. */
final class WebDrawing {

    private static final double NUMBER_FONT = 12;
    private static final double HALF_DIGIT_HEIGHT = NUMBER_FONT * 0.36;
    private static final double BREAK = 7;

    private WebDrawing() {}

    static void lines(Markup svg, Web web) {
        String rings = web.scale().ticks().stream().map(tick -> ring(web, tick)).collect(Collectors.joining());
        svg.add("""
            <path class="radar-web" fill="none" stroke="#d3ccc1" d="{}"/>
            <path class="radar-edge" fill="none" stroke="#918a7f" d="{}"/>
            """, rings + spokes(web), ring(web, web.scale().highest()));
    }

    private static String ring(Web web, double score) {
        return IntStream.range(0, web.axes())
                .mapToObj(axis -> web.score(axis, score).toString())
                .collect(Collectors.joining("L", "M", "Z"));
    }

    private static String spokes(Web web) {
        return IntStream.range(0, web.axes())
                .mapToObj(axis -> "M0 0L" + web.end(axis))
                .collect(Collectors.joining());
    }

    /** Where the rings are broken for their numbers. The lines of the scores are drawn above these and stay whole. */
    static void breaks(Markup svg, Web web) {
        for (int tick : web.scale().ticks()) {
            svg.add(
                    "<circle class=\"radar-break\" fill=\"#fbf9f6\" cx=\"{}\" cy=\"{}\" r=\"{}\"/>",
                    place(web, tick).x(),
                    place(web, tick).y(),
                    BREAK);
        }
    }

    /** The scale: each number in the break of its ring. */
    static void numbers(Markup svg, Web web) {
        for (int tick : web.scale().ticks()) {
            Point at = place(web, tick);
            svg.add("""
                <text class="radar-number" x="{}" y="{}" text-anchor="middle" font-size="{}" fill="#55595c">{}</text>
                """, at.x(), at.y() + HALF_DIGIT_HEIGHT, NUMBER_FONT, tick);
        }
    }

    /**
     * Between the last axis and the first, where no marker comes. With few axes that is nearer the first one, as the rings lie
     * too close in the middle.
     */
    private static Point place(Web web, int tick) {
        double share = web.axes() < 5 ? 0.25 : 0.5;
        return web.score(0, tick).towards(web.score(web.axes() - 1, tick), share);
    }
}
