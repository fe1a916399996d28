package se.framsteg.assessment.lines;

import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import se.framsteg.assessment.radar.Markup;
import se.framsteg.assessment.radar.Point;
import se.framsteg.assessment.radar.Series;
import se.framsteg.assessment.radar.SeriesDrawing;
import se.framsteg.assessment.radar.Voice;

/**
 * A small picture of one area through all rounds: time from left to right, as long as it was, and the ends of the scale
 * as lines. Where a voice has not answered its line is broken.
 */
public final class TrendDrawing {
    private static final double WIDTH = 200;
    private static final double HEIGHT = 64;
    private static final double LEFT = 26;
    private static final double RIGHT = 12;
    private static final double EDGE = 12;
    private static final double FONT = 12;

    /** Between rounds that all fell on one day. */
    private static final double NEAREST = 10;

    private final Trend trend;
    private final String description;

    /** @param description what can be seen, with all scores in words */
    public TrendDrawing(Trend trend, String description) {
        this.trend = trend;
        this.description = description;
    }

    public String svg() {
        var svg = new Markup();
        svg.add("""
            <svg class="trend" role="img" aria-label="{}" focusable="false" \
            xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" width="{}" height="{}" \
            font-family="sans-serif" font-size="{}">
            """, description, WIDTH, HEIGHT, WIDTH, HEIGHT, FONT);
        end(svg, trend.scale().lowest());
        end(svg, trend.scale().highest());
        Stream.of(Voice.PARTICIPANT, Voice.CASEWORKER).forEach(voice -> line(svg, voice));
        Stream.of(Voice.CASEWORKER, Voice.PARTICIPANT).forEach(voice -> marks(svg, voice));
        return svg.add("</svg>").toString();
    }

    private void end(Markup svg, int score) {
        svg.add("""
            <path class="radar-web" fill="none" stroke="#d3ccc1" d="M{}H{}"/>\
            <text class="radar-number" x="{}" y="{}" text-anchor="end" fill="#55595c">{}</text>
            """, new Point(LEFT, y(score)), WIDTH - RIGHT, LEFT - 10, y(score) + FONT * 0.36, score);
    }

    private void line(Markup svg, Voice voice) {
        var path = new StringBuilder();
        var drawing = false;
        for (int at = 0; at < trend.moments().size(); at++) {
            var score = trend.moments().get(at).score(voice);
            if (score.isPresent()) {
                path.append(drawing ? 'L' : 'M').append(new Point(x(at), y(score.get())));
            }
            drawing = score.isPresent();
        }
        var series = new SeriesDrawing(Series.now(voice));
        series.open(svg);
        series.stroke(svg, path.toString());
        svg.add("</g>");
    }

    private void marks(Markup svg, Voice voice) {
        var series = new SeriesDrawing(Series.now(voice));
        series.open(svg);
        for (int at = 0; at < trend.moments().size(); at++) {
            var x = x(at);
            trend.moments().get(at).score(voice).ifPresent(score -> series.marker(svg, new Point(x, y(score))));
        }
        svg.add("</g>");
    }

    private double x(int at) {
        var days = days(trend.moments().size() - 1);
        var room = WIDTH - LEFT - RIGHT;
        return days == 0 ? LEFT + Math.min(NEAREST * at, room) : LEFT + room * days(at) / days;
    }

    private double days(int at) {
        return ChronoUnit.DAYS.between(
                trend.moments().getFirst().day(), trend.moments().get(at).day());
    }

    private double y(double score) {
        var share = (score - trend.scale().lowest()) / trend.scale().range();
        return HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE);
    }
}
