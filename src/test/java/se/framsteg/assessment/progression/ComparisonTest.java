package se.framsteg.assessment.progression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.framsteg.assessment.instrument.Instrument;
import se.framsteg.assessment.instrument.InstrumentReader;
import se.framsteg.assessment.instrument.InstrumentReading;
import se.framsteg.assessment.instrument.Respondent;
import se.framsteg.assessment.radar.Series;

class ComparisonTest {
    private static final Instrument NOW = instrument(1, 3, "sleep", "work");
    private static final Instrument REWORDED = instrument(2, 3, "sleep", "money");
    private static final Instrument LONGER = instrument(3, 4, "sleep", "work");

    private static Instrument instrument(int version, int highest, String first, String second) {
        var steps = "    - {sv: Steg}\n".repeat(highest);
        var yaml = """
            key: prov
            version: %d
            languages: [sv]
            name: {sv: Prov}
            description: {sv: Prov}
            rights: {sv: Fritt}
            source: {sv: Prov}
            scale:
              highest: %d
              steps:
            %s
            dimensions:
              - {key: %s, name: {sv: Ett}, help: {sv: Ett}, scoring: {method: mean, fewest-answers: 1}}
              - {key: %s, name: {sv: Två}, help: {sv: Två}, scoring: {method: mean, fewest-answers: 1}}
            items:
              - {key: one, dimension: %s, participant: {question: {sv: Ett}}}
              - {key: two, dimension: %s, participant: {question: {sv: Två}}}
            """.formatted(version, highest, steps, first, second, first, second);
        if (InstrumentReader.read(yaml) instanceof InstrumentReading.Accepted(var instrument)) {
            return instrument;
        }
        throw new IllegalStateException(InstrumentReader.read(yaml).toString());
    }

    private static Comparison.Scored scored(Instrument instrument, Integer... answers) {
        var scores = instrument.scores(Respondent.PARTICIPANT, List.of(answers));
        return new Comparison.Scored(instrument, Map.of(Respondent.PARTICIPANT, scores));
    }

    @Test
    void anUnansweredDimensionAndARespondentWhoDidNotSendAreGapsAndNeverZeros() {
        var axes = Comparison.of(scored(NOW, 2, 0), Optional.empty(), "sv").axes();
        assertThat(axes.get(0).scores()).containsExactly(Map.entry(Series.PARTICIPANT_NOW, 2.0));
        assertThat(axes.get(1).scores()).isEmpty();
    }

    @Test
    void ofAnotherInstrumentOnlyDimensionsWithTheSameKeyAreCompared() {
        var comparison = Comparison.of(scored(NOW, 2, 3), Optional.of(scored(REWORDED, 1, 1)), "sv");
        assertThat(comparison.axes().get(0).score(Series.PARTICIPANT_EARLIER)).contains(1.0);
        assertThat(comparison.axes().get(1).score(Series.PARTICIPANT_EARLIER)).isEmpty();
    }

    @Test
    void instrumentsWithDifferentScalesAreNotCompared() {
        var comparison = Comparison.of(scored(NOW, 2, 3), Optional.of(scored(LONGER, 1, 1)), "sv");
        assertThat(comparison.has(Series.PARTICIPANT_EARLIER)).isFalse();
    }

    @Test
    void tooFewAxesLeaveTheTableAlone() {
        assertThat(Comparison.of(scored(NOW, 2, 3), Optional.empty(), "sv").radar())
                .isEmpty();
    }
}
