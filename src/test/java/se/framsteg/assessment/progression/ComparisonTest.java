package se.framsteg.assessment.progression;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.framsteg.assessment.instrument.Instrument;
import se.framsteg.assessment.instrument.InstrumentReader;
import se.framsteg.assessment.instrument.InstrumentReading;
import se.framsteg.assessment.instrument.Respondent;
import se.framsteg.assessment.lines.Trend;
import se.framsteg.assessment.radar.Series;
import se.framsteg.assessment.radar.Voice;

class ComparisonTest {
    private static final Instrument NOW = instrument(1, 3, "sleep", "work");
    private static final Instrument REWORDED = instrument(2, 3, "sleep", "money");
    private static final Instrument LONGER = instrument(3, 4, "sleep", "work");

    private static Instrument instrument(int version, int highest, String first, String second) {
        return instrument(version, highest, first, second, 1);
    }

    private static Instrument instrument(int version, int highest, String first, String second, double noise) {
        var steps = "    - {sv: Steg}\n".repeat(highest);
        var yaml = """
            key: prov
            version: %d
            smallest-change: %s
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
            """.formatted(version, noise, highest, steps, first, second, first, second);
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
    void ofTwoVersionsTheOneWithTheLargerNoiseDecidesWhatIsAChange() {
        var finer = instrument(4, 3, "sleep", "work", 0.5);
        for (var pair : List.of(List.of(finer, NOW), List.of(NOW, finer))) {
            var comparison =
                    Comparison.of(scored(pair.getFirst(), 2, 3), Optional.of(scored(pair.getLast(), 1, 1)), "sv");
            assertThat(comparison.areas().getFirst().measure().smallestChange()).isEqualTo(1);
        }
    }

    @Test
    void anAreaIsFollowedThroughAllRoundsThatMeasureIt() {
        var start = LocalDate.of(2026, 1, 15);
        var rounds = List.of(
                new Trends.Dated(start, scored(REWORDED, 1, 1)),
                new Trends.Dated(start.plusMonths(3), scored(LONGER, 4, 4)),
                new Trends.Dated(start.plusMonths(6), scored(NOW, 0, 2)),
                new Trends.Dated(start.plusMonths(9), scored(NOW, 3, 3)));
        var trends = Trends.of(NOW, rounds, "sv");
        assertThat(trends).extracting(Trend::label).containsExactly("Ett", "Två");
        assertThat(trends.getFirst().moments())
                .as("the longer scale does not compare, and what was not answered is a gap")
                .extracting(moment -> moment.score(Voice.PARTICIPANT))
                .containsExactly(Optional.of(1.0), Optional.empty(), Optional.of(3.0));
        assertThat(trends.getLast().moments().getFirst().scores()).isEmpty();
    }

    @Test
    void tooFewAxesLeaveTheTableAlone() {
        assertThat(Comparison.of(scored(NOW, 2, 3), Optional.empty(), "sv").radar())
                .isEmpty();
    }
}
