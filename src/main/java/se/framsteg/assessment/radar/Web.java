package se.framsteg.assessment.radar;

import java.util.stream.IntStream;

/** The net of the diagram: a regular polygon with a corner per axis, the first one straight up. */
record Web(int axes, double radius, Scale scale) {

    /** The lowest score has a ring of its own, so that the scores of several axes never meet in the centre. */
    private static final double INNERMOST = 0.2;

    /** The unit vector of an axis; halves lie between two axes. */
    Point direction(double axis) {
        double angle = 2 * Math.PI * axis / axes;
        return new Point(Math.sin(angle), -Math.cos(angle));
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
        return IntStream.range(0, 2 * axes).anyMatch(half -> {
            double edge = half % 2 == 0 ? radius : radius * Math.cos(Math.PI / axes);
            Point direction = direction(half / 2.0);
            return box.corners().allMatch(corner -> corner.along(direction) >= edge + gap);
        });
    }
}
