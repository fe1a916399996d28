package se.framsteg.assessment.radar;

import java.util.List;

/**
 * The diagram as SVG. It has no style attributes, which the content security policy forbids: classes for radar.css, and
 * presentation attributes for where no stylesheet is read.
 *
 * <p>An axis without a score leaves a gap in its series, never a point at the bottom of the scale.
 */
public final class RadarDrawing {

    /** How far down in its line a text stands, in shares of the line's height. */
    private static final double BASELINE = 0.78;

    private final Radar radar;
    private final String idPrefix;
    private final String title;
    private final String description;

    /**
     * @param idPrefix makes the ids of this drawing unique on its page
     * @param title what the diagram shows, in a few words
     * @param description what can be seen in it, and that the same is found in the table
     */
    public RadarDrawing(Radar radar, String idPrefix, String title, String description) {
        this.radar = radar;
        this.idPrefix = idPrefix;
        this.title = title;
        this.description = description;
    }

    /** All sizes in one element; radar.css shows the one that fits the room there is and hides the others from all. */
    public String figure() {
        return "<div class=\"radar-figure\">" + wide() + draw(Size.MEDIUM) + narrow() + "</div>";
    }

    /** The drawing for a column of about 640 pixels, for print and PDF. */
    public String wide() {
        return draw(Size.WIDE);
    }

    /** The drawing for a phone, from 288 pixels. */
    public String narrow() {
        return draw(Size.NARROW);
    }

    /** A sample of line and marker for the legend; its meaning stands as text beside it. */
    public static String swatch(Series series) {
        Markup svg = new Markup().add("""
            <svg class="radar-swatch" aria-hidden="true" focusable="false" \
            xmlns="http://www.w3.org/2000/svg" viewBox="-26 -13 52 26" width="52" height="26">\
            """);
        new SeriesDrawing(series).sample(svg);
        return svg.add("</svg>").toString();
    }

    private String draw(Size size) {
        Layout layout = Layout.of(radar, size);
        Markup svg = new Markup();
        open(svg, layout);
        content(svg, layout);
        return svg.add("</svg>").toString();
    }

    private void open(Markup svg, Layout layout) {
        String name = layout.size().name;
        String id = idPrefix + "-" + name;
        Box bounds = layout.bounds();
        svg.add(
                """
                <svg class="radar radar--{}" role="img" aria-labelledby="{}-title {}-desc" focusable="false" \
                xmlns="http://www.w3.org/2000/svg" viewBox="{} {} {} {}" width="{}" height="{}" \
                font-family="sans-serif" font-size="{}">
                """,
                name,
                id,
                id,
                bounds.left(),
                bounds.top(),
                bounds.width(),
                bounds.height(),
                bounds.width(),
                bounds.height(),
                layout.size().font);
        svg.add("<title id=\"{}-title\">{}</title><desc id=\"{}-desc\">{}</desc>", id, title, id, description);
    }

    private void content(Markup svg, Layout layout) {
        Web web = layout.web();
        WebDrawing.lines(svg, web);
        WebDrawing.breaks(svg, web);
        present(SeriesDrawing.LINES_FROM_BEHIND).forEach(series -> series.area(svg, radar, web));
        present(SeriesDrawing.LINES_FROM_BEHIND).forEach(series -> series.line(svg, radar, web));
        WebDrawing.numbers(svg, web);
        present(SeriesDrawing.MARKERS_FROM_BEHIND).forEach(series -> series.markers(svg, radar, web));
        layout.labels()
                .forEach(label -> label(svg, label, layout.size(), layout.key().isEmpty() ? "normal" : "bold"));
        key(svg, layout);
    }

    private List<SeriesDrawing> present(List<Series> order) {
        return order.stream()
                .filter(radar.series()::contains)
                .map(SeriesDrawing::new)
                .toList();
    }

    private static void key(Markup svg, Layout layout) {
        for (int axis = 0; axis < layout.key().size(); axis++) {
            Label entry = layout.key().get(axis);
            Box numberBox = new Box(-layout.size().halfWidth(), entry.box().top(), 0, 0);
            Label number = new Label(List.of(Integer.toString(axis + 1)), numberBox, Label.Anchor.START);
            label(svg, number, layout.size(), "bold");
            label(svg, entry, layout.size(), "normal");
        }
    }

    private static void label(Markup svg, Label label, Size size, String weight) {
        svg.add(
                "<text class=\"radar-label\" fill=\"#2a2c2e\" text-anchor=\"{}\" font-weight=\"{}\">",
                label.anchor().attribute,
                weight);
        double y = label.box().top() + BASELINE * size.lineHeight();
        for (String line : label.lines()) {
            svg.add("<tspan x=\"{}\" y=\"{}\">{}</tspan>", label.x(), y, line);
            y += size.lineHeight();
        }
        svg.add("</text>");
    }
}
