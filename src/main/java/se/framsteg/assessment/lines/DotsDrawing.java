package se.framsteg.assessment.lines;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import se.framsteg.assessment.radar.Axis;
import se.framsteg.assessment.radar.Letters;
import se.framsteg.assessment.radar.Markup;
import se.framsteg.assessment.radar.Point;
import se.framsteg.assessment.radar.Scale;
import se.framsteg.assessment.radar.Series;
import se.framsteg.assessment.radar.SeriesDrawing;
import se.framsteg.assessment.radar.Voice;

/**
 * The same scores as in the spider diagram with a row for each area: two lines across the scale, the participant's above the
 * caseworker's, from the earlier mark to that of now. Drawn in the same sizes, which radar.css chooses between.
 */
public final class DotsDrawing {
    private static final double LANE = 17;
    private static final double GAP = 12;
    private static final double NUMBERS = 22;

    /** Between a name and the marks below it. */
    private static final double NAME_GAP = 5;

    private static final double NUMBER_FONT = 12;

    /** How far the ends of the scale are from the edges of the drawing, so that marks have room there. */
    private static final double EDGE = 16;

    private final Scale scale;
    private final List<Axis> areas;
    private final String idPrefix;
    private final String title;
    private final String description;

    /**
     * @param idPrefix makes the ids of this drawing unique on its page
     * @param title what the drawing shows, in a few words
     * @param description what can be seen in it, and that the same is found in the table
     */
    public DotsDrawing(Scale scale, List<Axis> areas, String idPrefix, String title, String description) {
        this.scale = scale;
        this.areas = List.copyOf(areas);
        this.idPrefix = idPrefix;
        this.title = title;
        this.description = description;
    }

    /**
     * Where things go across, and how names are broken.
     *
     * @param start where the lowest step of the scale is
     * @param names how long a line of a name may be
     * @param above whether names stand above their lines and not before them
     */
    private record Form(String name, double width, double start, double names, double font, boolean above) {
        static final Form WIDE = new Form("wide", 640, 226, 200, 15, false);
        static final Form MEDIUM = new Form("medium", 480, 150, 126, 14, false);
        static final Form NARROW = new Form("narrow", 288, EDGE, 288, 13, true);

        double lineHeight() {
            return font * 1.25;
        }

        double end() {
            return width - EDGE;
        }
    }

    /** One area with its place from the top. */
    private record Row(Axis area, List<String> name, double top, double height, double lanes) {}

    /** All sizes in one element; radar.css shows the one that fits the room there is and hides the others from all. */
    public String figure() {
        return "<div class=\"radar-figure\">" + wide() + draw(Form.MEDIUM) + narrow() + "</div>";
    }

    /** The drawing for a column of about 640 pixels, for print and PDF. */
    public String wide() {
        return draw(Form.WIDE);
    }

    /** The drawing for a phone, from 288 pixels. */
    public String narrow() {
        return draw(Form.NARROW);
    }

    private String draw(Form form) {
        var rows = rows(form);
        var height =
                rows.isEmpty() ? NUMBERS : rows.getLast().top() + rows.getLast().height();
        var svg = new Markup();
        open(svg, form, height);
        scale(svg, form, height);
        rows.forEach(row -> row(svg, form, row));
        return svg.add("</svg>").toString();
    }

    private List<Row> rows(Form form) {
        var rows = new ArrayList<Row>();
        var top = NUMBERS;
        for (var area : areas) {
            var name = Letters.wrap(area.label(), form.font(), form.names()).texts();
            var text = name.size() * form.lineHeight() + (form.above() ? NAME_GAP : 0);
            var height = GAP + (form.above() ? text + 2 * LANE : Math.max(text, 2 * LANE));
            var lanes = top + GAP / 2 + (form.above() ? text : (height - GAP - 2 * LANE) / 2);
            rows.add(new Row(area, name, top, height, lanes));
            top += height;
        }
        return rows;
    }

    private void open(Markup svg, Form form, double height) {
        var id = idPrefix + "-" + form.name();
        svg.add(
                """
                <svg class="radar radar--{}" role="img" aria-labelledby="{}-title {}-desc" focusable="false" \
                xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" width="{}" height="{}" \
                font-family="sans-serif" font-size="{}">
                <title id="{}-title">{}</title><desc id="{}-desc">{}</desc>
                """,
                form.name(),
                id,
                id,
                form.width(),
                height,
                form.width(),
                height,
                form.font(),
                id,
                title,
                id,
                description);
    }

    private void scale(Markup svg, Form form, double height) {
        for (int step = scale.lowest(); step <= scale.highest(); step++) {
            svg.add("""
                <path class="radar-web" fill="none" stroke="#d3ccc1" d="M{}V{}"/>\
                <text class="radar-number" x="{}" y="{}" text-anchor="middle" font-size="{}" fill="#55595c">{}</text>
                """, new Point(x(form, step), NUMBERS - 4), height, x(form, step), NUMBER_FONT, NUMBER_FONT, step);
        }
    }

    private void row(Markup svg, Form form, Row row) {
        svg.add(
                "<path class=\"radar-web\" fill=\"none\" stroke=\"#d3ccc1\" d=\"M{}H{}\"/>",
                new Point(0, row.top()),
                form.width());
        name(svg, form, row);
        Stream.of(Voice.values()).forEach(voice -> lane(svg, form, row, voice));
    }

    private static void name(Markup svg, Form form, Row row) {
        var y = form.above()
                ? row.top() + GAP / 2
                : row.top() + (row.height() - row.name().size() * form.lineHeight()) / 2;
        svg.add("<text class=\"radar-label\" fill=\"#2a2c2e\">");
        for (var line : row.name()) {
            svg.add("<tspan x=\"{}\" y=\"{}\">{}</tspan>", 0.0, y + form.font(), line);
            y += form.lineHeight();
        }
        svg.add("</text>");
    }

    private void lane(Markup svg, Form form, Row row, Voice voice) {
        var y = row.lanes() + (voice.ordinal() + 0.5) * LANE;
        row.area().step(voice).ifPresent(step -> between(svg, voice, x(form, step.earlier()), x(form, step.now()), y));
        for (var series : List.of(Series.earlier(voice), Series.now(voice))) {
            row.area().score(series).ifPresent(score -> mark(svg, series, new Point(x(form, score), y)));
        }
    }

    private static void between(Markup svg, Voice voice, double from, double to, double y) {
        var series = new SeriesDrawing(Series.now(voice));
        series.open(svg);
        series.stroke(svg, "M" + new Point(from, y) + "L" + new Point(to, y));
        svg.add("</g>");
    }

    private static void mark(Markup svg, Series series, Point at) {
        var drawing = new SeriesDrawing(series);
        drawing.open(svg);
        drawing.marker(svg, at);
        svg.add("</g>");
    }

    private double x(Form form, double score) {
        return form.start() + (form.end() - form.start()) * (score - scale.lowest()) / scale.range();
    }
}
