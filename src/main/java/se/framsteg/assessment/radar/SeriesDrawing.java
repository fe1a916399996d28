package se.framsteg.assessment.radar;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Draws one series: its area, its line with gaps where scores are missing, and its markers. */
public final class SeriesDrawing {

    /** The earlier round behind, and dashes above an unbroken line so that both show where they run together. */
    static final List<Series> LINES_FROM_BEHIND = List.of(
            Series.PARTICIPANT_EARLIER, Series.CASEWORKER_EARLIER, Series.PARTICIPANT_NOW, Series.CASEWORKER_NOW);

    /** The filled marker on top of those that surround it. */
    static final List<Series> MARKERS_FROM_BEHIND = List.of(
            Series.PARTICIPANT_EARLIER, Series.CASEWORKER_EARLIER, Series.CASEWORKER_NOW, Series.PARTICIPANT_NOW);

    private final Series series;
    private final Look look;

    public SeriesDrawing(Series series) {
        this.series = series;
        this.look = Look.of(series);
    }

    /** The surface enclosed by a complete series of this round; one with gaps encloses nothing. */
    void area(Markup svg, Radar radar, Web web) {
        if (look.area()
                && IntStream.range(0, web.axes())
                        .allMatch(axis -> point(radar, web, axis).isPresent())) {
            open(svg).add("""
                <path class="radar-area" fill="currentColor" fill-opacity="0.08" d="{}"/></g>
                """, path(radar, web));
        }
    }

    void line(Markup svg, Radar radar, Web web) {
        open(svg);
        stroke(svg, path(radar, web));
        svg.add("</g>");
    }

    void markers(Markup svg, Radar radar, Web web) {
        open(svg);
        IntStream.range(0, web.axes())
                .mapToObj(axis -> point(radar, web, axis))
                .flatMap(Optional::stream)
                .forEach(point -> marker(svg, point));
        svg.add("</g>");
    }

    void sample(Markup svg) {
        open(svg);
        stroke(svg, "M-24 0L24 0");
        marker(svg, new Point(0, 0));
        svg.add("</g>");
    }

    /** Begins a group in the look of the series; the caller ends it. */
    public Markup open(Markup svg) {
        return svg.add(
                "<g class=\"radar-series radar-series--{}\" color=\"{}\" fill=\"none\">", look.name(), look.colour());
    }

    /** A line within such a group. */
    public void stroke(Markup svg, String path) {
        svg.add("""
            <path class="radar-line" stroke="currentColor" stroke-width="{}" stroke-dasharray="{}" \
            stroke-linejoin="round" d="{}"/>
            """, look.width(), look.dashes(), path);
    }

    /** The mark of the series within such a group. */
    public void marker(Markup svg, Point at) {
        svg.add("""
            <path class="radar-marker" transform="translate({})" fill="{}" stroke="currentColor" \
            stroke-width="{}" stroke-linejoin="round" d="{}"/>
            """, at, look.filled() ? "currentColor" : "none", look.markerWidth(), look.marker());
    }

    private Optional<Point> point(Radar radar, Web web, int axis) {
        return radar.axes().get(axis).score(series).map(score -> web.score(axis, score));
    }

    /** The line from axis to next axis wherever both have a score. It begins after a gap, so that dashes go on unbroken. */
    private String path(Radar radar, Web web) {
        int axes = web.axes();
        OptionalInt gap = IntStream.range(0, axes)
                .filter(axis -> point(radar, web, axis).isEmpty())
                .findFirst();
        StringBuilder path = new StringBuilder();
        boolean drawing = false;
        for (int step = 0; step < axes; step++) {
            Optional<Point> point = point(radar, web, (gap.orElse(0) + step) % axes);
            char command = drawing ? 'L' : 'M';
            point.ifPresent(to -> path.append(command).append(to));
            drawing = point.isPresent();
        }
        return gap.isPresent() ? path.toString() : path.append('Z').toString();
    }
}
