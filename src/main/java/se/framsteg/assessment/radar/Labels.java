package se.framsteg.assessment.radar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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

    private final Size size;
    private final Web web;

    Labels(Size size, Web web) {
        this.size = size;
        this.web = web;
    }

    /** The texts placed in the order of their axes, or empty if one would end up too far from its axis to belong to it. */
    Optional<List<Label>> place(List<String> texts) {
        Label[] placed = new Label[texts.size()];
        List<Box> taken = new ArrayList<>();
        for (int axis : fromTheSides()) {
            Label label = place(axis, texts.get(axis), taken);
            placed[axis] = label;
            taken.add(label.box());
        }
        boolean near = IntStream.range(0, placed.length).allMatch(axis -> isNear(placed[axis].box(), axis));
        return near ? Optional.of(List.of(placed)) : Optional.empty();
    }

    private List<Integer> fromTheSides() {
        return IntStream.range(0, web.axes())
                .boxed()
                .sorted(Comparator.comparingDouble(
                        axis -> Math.abs(web.direction(axis).y())))
                .toList();
    }

    private boolean isNear(Box box, int axis) {
        return box.distanceTo(web.end(axis)) <= FARTHEST_FROM_AXIS
                && box.left() >= -size.halfWidth()
                && box.right() <= size.halfWidth();
    }

    private Label place(int axis, String text, List<Box> taken) {
        List<String> lines = Letters.wrap(text, size.font, size.longestLine);
        double width = lines.stream()
                .mapToDouble(line -> Letters.width(line, size.font))
                .max()
                .orElse(0);
        double height = lines.size() * size.lineHeight();
        Box start = Stream.iterate(0.0, further -> further <= FARTHEST_OUTWARDS, further -> further + 1)
                .map(further -> beside(axis, further, width, height))
                .filter(box -> web.isClearOf(box, GAP_TO_NET))
                .findFirst()
                .orElseGet(() -> beside(axis, 0, width, height));
        return new Label(lines, moveAway(start, axis, taken), anchor(axis));
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
