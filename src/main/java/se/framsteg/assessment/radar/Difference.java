package se.framsteg.assessment.radar;

/** One axis on which the two voices scored differently in the same round. */
public record Difference(Axis axis, double participant, double caseworker) {

    /** Positive when the caseworker scored higher than the participant. */
    public double caseworkerAbove() {
        return caseworker - participant;
    }
}
