package se.framsteg.assessment.radar;

/** One voice's scores on one axis in two rounds. */
public record Step(double earlier, double now) {

    /** Positive when the score has risen. */
    public double change() {
        return now - earlier;
    }
}
