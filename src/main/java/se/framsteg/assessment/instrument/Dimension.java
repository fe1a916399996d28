package se.framsteg.assessment.instrument;

/**
 * One axis of the radar: something that can move on the way to a job. A higher score is always further on.
 *
 * @param key unique within the instrument
 * @param name short enough to stand at the end of an axis
 * @param help what the dimension is about, in a sentence or two
 * @param scoring how its items become a score
 */
public record Dimension(String key, LocalizedText name, LocalizedText help, Scoring scoring) {}
