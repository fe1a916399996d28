package se.framsteg.assessment.radar;

import java.util.Map;
import java.util.Optional;

/**
 * One dimension of the instrument with the scores given on it. A series without an answer is absent from the map.
 *
 * @param label the dimension's name; a soft hyphen (U+00AD) marks where a long word may be divided
 */
public record Axis(String label, Map<Series, Double> scores) {

    public Axis {
        scores = Map.copyOf(scores);
    }

    /** The score of a series, or empty where that question was not answered or not asked. */
    public Optional<Double> score(Series series) {
        return Optional.ofNullable(scores.get(series));
    }

    /** How one voice moved from the earlier round to this one; empty if a score is missing in either. */
    public Optional<Step> step(Voice voice) {
        return score(Series.earlier(voice))
                .flatMap(earlier -> score(Series.now(voice)).map(now -> new Step(earlier, now)));
    }

    /**
     * How far above the participant's score the caseworker's is in this round, in steps: below 0 if it is lower. Empty
     * unless both have one.
     */
    public Optional<Double> caseworkerAbove() {
        return score(Series.PARTICIPANT_NOW)
                .flatMap(participant -> score(Series.CASEWORKER_NOW).map(caseworker -> caseworker - participant));
    }
}
