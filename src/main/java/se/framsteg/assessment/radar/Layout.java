package se.framsteg.assessment.radar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where everything goes: the net, the texts at its corners and, where the names do not fit there, a numbered key below.
 */
record Layout(Size size, Web web, List<Label> labels, List<Label> key) {

    private static final double NUMBER_COLUMN = 2;
    private static final double MARGIN = 4;
    private static final double KEY_GAP = 5;

    static Layout of(Radar radar, Size size) {
        return named(radar, size).orElseGet(() -> numbered(radar, size));
    }

    private static Optional<Layout> named(Radar radar, Size size) {
        Web web = new Web(radar.axes().size(), size.radiusWithNames, radar.scale());
        List<String> names = radar.axes().stream().map(Axis::label).toList();
        return new Labels(size, web).fit(names).map(labels -> new Layout(size, web, labels, List.of()));
    }

    private static Layout numbered(Radar radar, Size size) {
        Web web = new Web(radar.axes().size(), size.radiusWithNumbers, radar.scale());
        List<String> numbers =
                IntStream.rangeClosed(1, web.axes()).mapToObj(Integer::toString).toList();
        List<Label> labels = new Labels(size, web).place(numbers);
        return new Layout(size, web, labels, key(radar.axes(), size, bottom(labels) + size.lineHeight()));
    }

    private static List<Label> key(List<Axis> axes, Size size, double top) {
        List<Label> key = new ArrayList<>();
        double left = -size.halfWidth() + NUMBER_COLUMN * size.font;
        double y = top;
        for (Axis axis : axes) {
            List<String> lines = Letters.wrap(axis.label(), size.font, size.halfWidth() - left)
                    .texts();
            Box box = new Box(left, y, size.halfWidth() - left, lines.size() * size.lineHeight());
            key.add(new Label(lines, box, Label.Anchor.START));
            y = box.bottom() + KEY_GAP;
        }
        return key;
    }

    private static double bottom(List<Label> labels) {
        return labels.stream().mapToDouble(label -> label.box().bottom()).max().orElse(0);
    }

    /** The part of the plane that the drawing takes up. */
    Box bounds() {
        double top =
                labels.stream().mapToDouble(label -> label.box().top()).min().orElse(0) - MARGIN;
        double bottom = bottom(Stream.concat(labels.stream(), key.stream()).toList()) + MARGIN;
        return new Box(-size.halfWidth(), top, size.width, bottom - top);
    }
}
