package se.framsteg.assessment.radar;

/** A place in the drawing, whose origin is the centre of the figure and whose y grows downwards. */
public record Point(double x, double y) {

    /** The point at a share of the way to another. */
    Point towards(Point other, double share) {
        return new Point(x + (other.x - x) * share, y + (other.y - y) * share);
    }

    @Override
    public String toString() {
        return Markup.decimal(x) + " " + Markup.decimal(y);
    }
}
