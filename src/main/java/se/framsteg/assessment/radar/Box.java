package se.framsteg.assessment.radar;

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

    /** How far from the centre, seen in a direction, the nearest of the corners is. */
    double nearestAlong(Point direction) {
        return Math.min(left * direction.x(), right() * direction.x())
                + Math.min(top * direction.y(), bottom() * direction.y());
    }

    double distanceTo(Point point) {
        double dx = Math.max(0, Math.max(left - point.x(), point.x() - right()));
        double dy = Math.max(0, Math.max(top - point.y(), point.y() - bottom()));
        return Math.hypot(dx, dy);
    }
}
