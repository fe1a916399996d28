package se.framsteg.assessment.instrument;

import se.framsteg.shared.definition.LocalizedText;

/**
 * One axis of the radar: something that can move on the way to a job. A higher score is always further on.
 *
 * @param key unique within the instrument
 * @param name short enough to stand at the end of an axis
 * @param help what the dimension is about, in a sentence or two
 * @param scoring how its items become a score
 * @param smallestChange the smallest difference between two scores, in steps, that is more than the instrument's noise;
 *     above 0
 */
public record Dimension(String key, LocalizedText name, LocalizedText help, Scoring scoring, double smallestChange) {

    /** What holds where an instrument says nothing: one step. An assumption of ours, measured nowhere. */
    public static final double ASSUMED_SMALLEST_CHANGE = 1;

    /** Thirds and sixths of a step do not add up exactly. */
    private static final double ROUNDING = 1e-9;

    public Dimension {
        if (!(smallestChange > 0)) {
            throw new IllegalArgumentException("A change is more than nothing");
        }
    }

    /** Whether two scores this far apart, in steps and in either direction, may be called a change. */
    public boolean isChange(double difference) {
        return Math.abs(difference) >= smallestChange - ROUNDING;
    }
}
