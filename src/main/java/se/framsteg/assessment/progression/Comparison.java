package se.framsteg.assessment.progression;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import se.framsteg.assessment.instrument.Dimension;
import se.framsteg.assessment.instrument.Instrument;
import se.framsteg.assessment.instrument.Respondent;
import se.framsteg.assessment.instrument.Score;
import se.framsteg.assessment.radar.Axis;
import se.framsteg.assessment.radar.Radar;
import se.framsteg.assessment.radar.Scale;
import se.framsteg.assessment.radar.Series;

/**
 * The scores of one round beside those of an earlier one, axis by axis. If the earlier round was answered with another
 * instrument, only dimensions with the same key are compared, and only if the two have the same scale.
 *
 * @param axes one per dimension of the later round's instrument, in its order
 */
public record Comparison(Scale scale, List<Axis> axes) {
    /** One round's scores, by respondent; a respondent who has not sent in is absent. */
    record Scored(Instrument instrument, Map<Respondent, List<Score>> scores) {}

    static Comparison of(Scored now, Optional<Scored> earlier, String language) {
        var comparable = earlier.filter(
                before -> before.instrument().highest() == now.instrument().highest());
        var axes = now.instrument().dimensions().stream()
                .map(dimension -> axis(dimension, now, comparable, language))
                .toList();
        return new Comparison(new Scale(Instrument.LOWEST, now.instrument().highest()), axes);
    }

    private static Axis axis(Dimension dimension, Scored now, Optional<Scored> earlier, String language) {
        var scores = new EnumMap<Series, Double>(Series.class);
        put(scores, Series.PARTICIPANT_NOW, now, Respondent.PARTICIPANT, dimension);
        put(scores, Series.CASEWORKER_NOW, now, Respondent.CASEWORKER, dimension);
        earlier.ifPresent(before -> {
            put(scores, Series.PARTICIPANT_EARLIER, before, Respondent.PARTICIPANT, dimension);
            put(scores, Series.CASEWORKER_EARLIER, before, Respondent.CASEWORKER, dimension);
        });
        return new Axis(dimension.name().in(language), scores);
    }

    private static void put(
            Map<Series, Double> scores, Series series, Scored scored, Respondent respondent, Dimension dimension) {
        score(scored, respondent, dimension).ifPresent(value -> scores.put(series, value));
    }

    private static OptionalDouble score(Scored scored, Respondent respondent, Dimension dimension) {
        return scored.scores().getOrDefault(respondent, List.of()).stream()
                .filter(score -> score.dimension().key().equals(dimension.key()))
                .map(Score::value)
                .findFirst()
                .orElse(OptionalDouble.empty());
    }

    /** Empty if there are too few axes to draw. */
    public Optional<Radar> radar() {
        return axes.size() < Radar.FEWEST_AXES ? Optional.empty() : Optional.of(new Radar(scale, axes));
    }

    boolean has(Series series) {
        return axes.stream().anyMatch(axis -> axis.score(series).isPresent());
    }
}
