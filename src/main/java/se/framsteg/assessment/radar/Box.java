package se.framsteg.assessment.radar;

import java.util.stream.Stream;

/** The room that a text takes up. */
record Box(double left, double top, double width, double height) {

    double right() {
        return left + width;
    }

    double bottom() {
        return top + height;
    }

    Box down(double distance) {
        return new Box(left, top + distance, width, height);
    }

    boolean nearerThan(double gap, Box other) {
        return left < other.right() + gap
                && other.left < right() + gap
                && top < other.bottom() + gap
                && other.top < bottom() + gap;
    }

    Stream<Point> corners() {
        return Stream.of(
                new Point(left, top), new Point(right(), top), new Point(left, bottom()), new Point(right(), bottom()));
    }

    double distanceTo(Point point) {
        double dx = Math.max(0, Math.max(left - point.x(), point.x() - right()));
        double dy = Math.max(0, Math.max(top - point.y(), point.y() - bottom()));
        return Math.hypot(dx, dy);
    }
}
