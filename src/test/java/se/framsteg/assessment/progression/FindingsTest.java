package se.framsteg.assessment.progression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import se.framsteg.assessment.instrument.Dimension;
import se.framsteg.assessment.instrument.Scoring;
import se.framsteg.assessment.progression.Area.Course;
import se.framsteg.assessment.radar.Axis;
import se.framsteg.assessment.radar.Scale;
import se.framsteg.assessment.radar.Series;
import se.framsteg.assessment.radar.Voice;
import se.framsteg.shared.definition.LocalizedText;

class FindingsTest {
    private static Area area(String label, double noise, Map<Series, Double> scores) {
        var text = LocalizedText.of("sv", label);
        var scoring = new Scoring(Scoring.Method.MEAN, 1);
        return new Area(new Axis(label, scores), new Dimension(label, text, text, scoring, noise), true);
    }

    private static Area moved(String label, double earlier, double now) {
        return area(label, 1, Map.of(Series.PARTICIPANT_EARLIER, earlier, Series.PARTICIPANT_NOW, now));
    }

    private static Area both(String label, double participant, double caseworker) {
        return area(label, 1, Map.of(Series.PARTICIPANT_NOW, participant, Series.CASEWORKER_NOW, caseworker));
    }

    private static Findings findings(Area... areas) {
        return new Findings(new Comparison(new Scale(1, 5), List.of(areas)));
    }

    @Test
    void whatHasGrownMostComesFirst() {
        var little = moved("Hälsa", 2, 3);
        var much = moved("Arbete", 1, 4);
        var findings = findings(little, moved("Nätverk", 3, 3), much, moved("Vardag", 4, 2));
        assertThat(findings.heading(Course.GROWN)).containsExactly(much, little);
        assertThat(findings.heading(Course.STILL)).hasSize(1);
        assertThat(findings.heading(Course.HARDER)).hasSize(1);
    }

    @Test
    void aChangeWithinTheNoiseOfTheInstrumentIsNotCalledOne() {
        assertThat(moved("Hälsa", 2, 2.9).course()).isEqualTo(Course.SMALL);
        assertThat(moved("Hälsa", 3, 2.1).course()).isEqualTo(Course.SMALL);
        assertThat(moved("Hälsa", 2, 3).course()).isEqualTo(Course.GROWN);
        assertThat(area("Fin", 0.5, Map.of(Series.PARTICIPANT_EARLIER, 2.0, Series.PARTICIPANT_NOW, 2.5))
                        .course())
                .isEqualTo(Course.GROWN);
    }

    @Test
    void ofAreasThatGrewAlikeThoseComeFirstInWhichBothSaySo() {
        var one = moved("Hälsa", 2, 3);
        var both = area(
                "Arbete",
                1,
                Map.of(
                        Series.PARTICIPANT_EARLIER, 2.0,
                        Series.PARTICIPANT_NOW, 3.0,
                        Series.CASEWORKER_EARLIER, 2.0,
                        Series.CASEWORKER_NOW, 3.0));
        assertThat(findings(one, both).heading(Course.GROWN)).containsExactly(both, one);
    }

    @Test
    void whatOnlyTheCaseworkerIsAskedIsNoStepOfTheParticipants() {
        var own = moved("Hälsa", 2, 3);
        var step = area("Tilltro", 1, Map.of(Series.CASEWORKER_EARLIER, 1.0, Series.CASEWORKER_NOW, 5.0));
        var caseworkers = new Area(step.axis(), step.measure(), false);
        var findings = findings(own, caseworkers).participants();
        assertThat(findings.heading(Course.GROWN)).containsExactly(own);
        assertThat(findings.strong()).doesNotContain(caseworkers);
    }

    @Test
    void whereOneHasFallenTheOthersRiseDoesNotHideIt() {
        var apart = area(
                "Vardag",
                1,
                Map.of(
                        Series.PARTICIPANT_EARLIER, 4.0,
                        Series.PARTICIPANT_NOW, 2.0,
                        Series.CASEWORKER_EARLIER, 2.0,
                        Series.CASEWORKER_NOW, 4.0));
        assertThat(apart.course()).isEqualTo(Course.HARDER);
    }

    @Test
    void whatIsAtTheStrongEndForAllWhoHaveAnsweredIsStrong() {
        var strong = both("Hälsa", 4, 5);
        assertThat(findings(strong, both("Arbete", 5, 3), both("Nätverk", 1, 1)).strong())
                .containsExactly(strong);
    }

    @Test
    void withNothingAtTheStrongEndTheHighestAreasAreTheStrongestUnlessAllAreAlike() {
        var highest = both("Hälsa", 2, 2);
        assertThat(findings(highest, both("Arbete", 1, 2), both("Nätverk", 1, 1))
                        .strong())
                .containsExactly(highest);
        assertThat(findings(both("a", 2, 2), both("b", 2, 2)).strong()).isEmpty();
    }

    @Test
    void voicesDifferFromOneStepOfFiveLargestFirst() {
        var lower = both("Arbete", 4, 3);
        var higher = both("Nätverk", 2, 5);
        assertThat(findings(both("Hälsa", 3, 3.9), lower, higher, moved("Vardag", 1, 5))
                        .different())
                .containsExactly(higher, lower);
    }

    @Test
    void whatCountsAsADifferenceGrowsWithTheScaleAndIsNeverWithinTheNoise() {
        var areas = List.of(both("a", 2, 4), both("b", 2, 4.5), both("c", 2, 5));
        assertThat(new Findings(new Comparison(new Scale(0, 10), areas)).different())
                .extracting(area -> area.axis().label())
                .containsExactly("c", "b");
        var noisy = area("Brus", 2, Map.of(Series.PARTICIPANT_NOW, 2.0, Series.CASEWORKER_NOW, 3.0));
        assertThat(findings(noisy).different()).isEmpty();
    }

    @Property(tries = 500)
    void everyAreaHasOneCourseAndNothingIsCalledAChangeThatIsNot(@ForAll long seed) {
        var areas = any(new Random(seed));
        var findings = new Findings(new Comparison(new Scale(1, 5), areas));
        var found = Arrays.stream(Course.values())
                .flatMap(course -> findings.heading(course).stream())
                .toList();
        assertThat(found).hasSameSizeAs(areas);
        Stream.of(Course.GROWN, Course.HARDER)
                .flatMap(course -> findings.heading(course).stream())
                .forEach(area -> assertThat(largestChange(area))
                        .isGreaterThanOrEqualTo(area.measure().smallestChange() - 1e-9));
        Stream.of(Course.STILL, Course.SMALL)
                .flatMap(course -> findings.heading(course).stream())
                .forEach(area -> assertThat(largestChange(area))
                        .isLessThan(area.measure().smallestChange()));
    }

    private static double largestChange(Area area) {
        return Arrays.stream(Voice.values())
                .flatMap(voice -> area.axis().step(voice).stream())
                .mapToDouble(step -> Math.abs(step.change()))
                .max()
                .orElse(0);
    }

    private static List<Area> any(Random random) {
        return IntStream.range(0, 1 + random.nextInt(11))
                .mapToObj(number -> area("Område " + number, 0.25 * (1 + random.nextInt(8)), anyScores(random)))
                .toList();
    }

    private static Map<Series, Double> anyScores(Random random) {
        var scores = new EnumMap<Series, Double>(Series.class);
        for (var series : Series.values()) {
            if (random.nextInt(4) > 0) {
                scores.put(series, 1 + random.nextInt(9) / 2.0);
            }
        }
        return scores;
    }
}
