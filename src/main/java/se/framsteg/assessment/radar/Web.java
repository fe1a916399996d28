package se.framsteg.assessment.radar;

import java.util.List;
import java.util.stream.IntStream;

/** The net of the diagram: a regular polygon with a corner per axis, the first one straight up. */
final class Web {

    /** The lowest score has a ring of its own, so that the scores of several axes never meet in the centre. */
    private static final double INNERMOST = 0.2;

    private final int axes;
    private final double radius;
    private final Scale scale;

    /** The unit vectors of the axes and, between them, of the middle of each side. */
    private final List<Point> directions;

    Web(int axes, double radius, Scale scale) {
        this.axes = axes;
        this.radius = radius;
        this.scale = scale;
        this.directions = IntStream.range(0, 2 * axes)
                .mapToObj(half -> Math.PI * half / axes)
                .map(angle -> new Point(Math.sin(angle), -Math.cos(angle)))
                .toList();
    }

    int axes() {
        return axes;
    }

    double radius() {
        return radius;
    }

    Scale scale() {
        return scale;
    }

    /** The unit vector of an axis. */
    Point direction(int axis) {
        return directions.get(2 * axis);
    }

    /** The place at a distance from the centre along an axis. */
    Point at(int axis, double distance) {
        Point direction = direction(axis);
        return new Point(direction.x() * distance, direction.y() * distance);
    }

    Point end(int axis) {
        return at(axis, radius);
    }

    Point score(int axis, double score) {
        double share = (score - scale.lowest()) / scale.range();
        return at(axis, radius * (INNERMOST + (1 - INNERMOST) * share));
    }

    /** Whether a box lies wholly outside the net, at least a gap away: some straight line parts the two. */
    boolean isClearOf(Box box, double gap) {
        double side = radius * Math.cos(Math.PI / axes);
        for (int half = 0; half < directions.size(); half++) {
            double edge = half % 2 == 0 ? radius : side;
            if (box.nearestAlong(directions.get(half)) >= edge + gap) {
                return true;
            }
        }
        return false;
    }
}
