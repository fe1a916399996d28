package se.framsteg.assessment.radar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.framsteg.assessment.radar.Letters.Lines;

/**
 * Finds room for the texts round the net: each starts at the end of its axis, is moved outwards along it until it is
 * clear of the net, and then up or down until it is clear of the other texts. Those at the sides go first, those
 * straight above and below last, so that a text only ever moves away from those already placed.
 */
final class Labels {

    private static final double GAP_TO_NET = 13;
    private static final double GAP_BETWEEN = 5;
    private static final double FARTHEST_OUTWARDS = 24;
    private static final double FARTHEST_FROM_AXIS = 30;

    /** Straight above and below the net lines may be longer, unless the neighbours are then in the way. */
    private static final List<Double> MIDDLE_STRETCHES = List.of(1.4, 1.0);

    private final Size size;
    private final Web web;

    Labels(Size size, Web web) {
        this.size = size;
        this.web = web;
    }

    /**
     * The texts placed in the order of their axes. Empty if they do not fit: one would end up too far from its axis to be
     * read as belonging to it, or a word would have to be torn.
     */
    Optional<List<Label>> fit(List<String> texts) {
        return MIDDLE_STRETCHES.stream()
                .map(stretch -> wrap(texts, stretch))
                .filter(lines -> lines.stream().noneMatch(Lines::torn))
                .map(this::placeAll)
                .filter(this::areNear)
                .findFirst();
    }

    /** The texts placed as near as can be, for those so short that they do anyway. */
    List<Label> place(List<String> texts) {
        return placeAll(wrap(texts, 1));
    }

    private List<Lines> wrap(List<String> texts, double stretch) {
        return IntStream.range(0, texts.size())
                .mapToObj(axis -> Letters.wrap(texts.get(axis), size.font, longestLine(axis, stretch)))
                .toList();
    }

    private List<Label> placeAll(List<Lines> lines) {
        Label[] placed = new Label[lines.size()];
        List<Box> taken = new ArrayList<>();
        for (int axis : fromTheSides()) {
            Box box = place(axis, lines.get(axis).texts(), taken);
            taken.add(box);
            placed[axis] = new Label(lines.get(axis).texts(), box, anchor(axis));
        }
        return List.of(placed);
    }

    private double longestLine(int axis, double stretch) {
        return anchor(axis) == Label.Anchor.MIDDLE ? size.longestLine * stretch : size.longestLine;
    }

    private List<Integer> fromTheSides() {
        return IntStream.range(0, web.axes())
                .boxed()
                .sorted(Comparator.comparingDouble(
                        axis -> Math.abs(web.direction(axis).y())))
                .toList();
    }

    private boolean areNear(List<Label> labels) {
        return IntStream.range(0, labels.size())
                .allMatch(axis -> isNear(labels.get(axis).box(), axis));
    }

    private boolean isNear(Box box, int axis) {
        return box.distanceTo(web.end(axis)) <= FARTHEST_FROM_AXIS
                && box.left() >= -size.halfWidth()
                && box.right() <= size.halfWidth();
    }

    private Box place(int axis, List<String> lines, List<Box> taken) {
        double width = Letters.widest(lines, size.font);
        double height = lines.size() * size.lineHeight();
        Box start = Stream.iterate(0.0, further -> further <= FARTHEST_OUTWARDS, further -> further + 1)
                .map(further -> beside(axis, further, width, height))
                .filter(box -> web.isClearOf(box, GAP_TO_NET))
                .findFirst()
                .orElseGet(() -> beside(axis, 0, width, height));
        return moveAway(start, axis, taken);
    }

    /** A box that begins where the axis ends; the steeper the axis, the more of the box is above or below that place. */
    private Box beside(int axis, double further, double width, double height) {
        Point direction = web.direction(axis);
        Point at = web.at(axis, web.radius() + GAP_TO_NET + further);
        double left =
                switch (anchor(axis)) {
                    case START -> at.x();
                    case MIDDLE -> at.x() - width / 2;
                    case END -> at.x() - width;
                };
        double middle = at.y() + Math.pow(direction.y(), 3) * height / 2;
        return new Box(withinWidth(left, width), middle - height / 2, width, height);
    }

    private double withinWidth(double left, double width) {
        return Math.max(-size.halfWidth(), Math.min(left, size.halfWidth() - width));
    }

    private Box moveAway(Box start, int axis, List<Box> taken) {
        double step = web.direction(axis).y() > 0 ? 1 : -1;
        Box box = start;
        while (!isFree(box, taken)) {
            box = box.down(step);
        }
        return box;
    }

    private boolean isFree(Box box, List<Box> taken) {
        return web.isClearOf(box, GAP_TO_NET) && taken.stream().noneMatch(other -> other.nearerThan(GAP_BETWEEN, box));
    }

    private Label.Anchor anchor(int axis) {
        double sideways = web.direction(axis).x();
        if (Math.abs(sideways) < 0.1) {
            return Label.Anchor.MIDDLE;
        }
        return sideways > 0 ? Label.Anchor.START : Label.Anchor.END;
    }
}
