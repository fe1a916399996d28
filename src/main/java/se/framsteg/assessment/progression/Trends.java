package se.framsteg.assessment.progression;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import se.framsteg.assessment.instrument.Dimension;
import se.framsteg.assessment.instrument.Instrument;
import se.framsteg.assessment.instrument.Respondent;
import se.framsteg.assessment.lines.Trend;
import se.framsteg.assessment.radar.Voice;

/** Follows each area of an instrument through a case's rounds, those with other instruments as far as they compare. */
final class Trends {
    private Trends() {}

    /** One round's scores with the day that it is called by. */
    record Dated(LocalDate day, Comparison.Scored scored) {}

    static List<Trend> of(Instrument instrument, List<Dated> rounds, String language) {
        var comparable = rounds.stream()
                .filter(round -> round.scored().sameScale(instrument))
                .toList();
        return instrument.dimensions().stream()
                .map(dimension -> new Trend(
                        dimension.name().in(language),
                        Comparison.scale(instrument),
                        comparable.stream()
                                .map(round -> moment(round, dimension))
                                .toList()))
                .toList();
    }

    private static Trend.Moment moment(Dated round, Dimension dimension) {
        Map<Voice, Double> scores = new EnumMap<>(Voice.class);
        round.scored()
                .score(Respondent.PARTICIPANT, dimension.key())
                .ifPresent(score -> scores.put(Voice.PARTICIPANT, score));
        round.scored()
                .score(Respondent.CASEWORKER, dimension.key())
                .ifPresent(score -> scores.put(Voice.CASEWORKER, score));
        return new Trend.Moment(round.day(), scores);
    }
}
