package se.framsteg.assessment.progression;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import se.framsteg.assessment.instrument.Dimension;
import se.framsteg.assessment.instrument.Instrument;
import se.framsteg.assessment.instrument.Respondent;
import se.framsteg.assessment.instrument.Score;
import se.framsteg.assessment.radar.Axis;
import se.framsteg.assessment.radar.Radar;
import se.framsteg.assessment.radar.Scale;
import se.framsteg.assessment.radar.Series;

/**
 * The scores of one round beside those of an earlier one, area by area. If the earlier round was answered with another
 * instrument, only dimensions with the same key are compared, and only if the two have the same scale.
 *
 * @param areas one per dimension of the later round's instrument, in its order
 */
public record Comparison(Scale scale, List<Area> areas) {
    /** One round's scores, by respondent; a respondent who has not sent in is absent. */
    record Scored(Instrument instrument, Map<Respondent, List<Score>> scores) {
        Optional<Dimension> dimension(String key) {
            return instrument.dimensions().stream()
                    .filter(dimension -> dimension.key().equals(key))
                    .findFirst();
        }

        OptionalDouble score(Respondent respondent, String dimension) {
            return scores.getOrDefault(respondent, List.of()).stream()
                    .filter(score -> score.dimension().key().equals(dimension))
                    .map(Score::value)
                    .findFirst()
                    .orElse(OptionalDouble.empty());
        }

        boolean asks(Respondent respondent, String dimension) {
            return instrument.itemsFor(respondent).stream()
                    .anyMatch(item -> item.dimension().equals(dimension));
        }

        boolean sameScale(Instrument other) {
            return instrument.highest() == other.highest();
        }
    }

    static Comparison of(Scored now, Optional<Scored> earlier, String language) {
        var comparable = earlier.filter(before -> before.sameScale(now.instrument()));
        var areas = now.instrument().dimensions().stream()
                .map(dimension -> area(dimension, now, comparable, language))
                .toList();
        return new Comparison(scale(now.instrument()), areas);
    }

    static Scale scale(Instrument instrument) {
        return new Scale(Instrument.LOWEST, instrument.highest());
    }

    private static Area area(Dimension dimension, Scored now, Optional<Scored> earlier, String language) {
        var scores = new EnumMap<Series, Double>(Series.class);
        var key = dimension.key();
        put(scores, Series.PARTICIPANT_NOW, now.score(Respondent.PARTICIPANT, key));
        put(scores, Series.CASEWORKER_NOW, now.score(Respondent.CASEWORKER, key));
        earlier.ifPresent(before -> {
            put(scores, Series.PARTICIPANT_EARLIER, before.score(Respondent.PARTICIPANT, key));
            put(scores, Series.CASEWORKER_EARLIER, before.score(Respondent.CASEWORKER, key));
        });
        var measure = Stream.concat(Stream.of(dimension), earlier.flatMap(before -> before.dimension(key)).stream())
                .max(Comparator.comparing(Dimension::smallestChange))
                .orElse(dimension);
        return new Area(
                new Axis(dimension.name().in(language), scores), measure, now.asks(Respondent.PARTICIPANT, key));
    }

    private static void put(Map<Series, Double> scores, Series series, OptionalDouble score) {
        score.ifPresent(value -> scores.put(series, value));
    }

    public List<Axis> axes() {
        return areas.stream().map(Area::axis).toList();
    }

    /** Empty if there are too few axes to draw. */
    public Optional<Radar> radar() {
        return areas.size() < Radar.FEWEST_AXES ? Optional.empty() : Optional.of(new Radar(scale, axes()));
    }

    /** Whether there is a score of this series in any area. */
    public boolean has(Series series) {
        return areas.stream().anyMatch(area -> area.axis().score(series).isPresent());
    }
}
