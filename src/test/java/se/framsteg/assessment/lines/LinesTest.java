package se.framsteg.assessment.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import se.framsteg.assessment.radar.Axis;
import se.framsteg.assessment.radar.Scale;
import se.framsteg.assessment.radar.Series;
import se.framsteg.assessment.radar.Voice;

class LinesTest {
    private static final Scale SCALE = new Scale(1, 5);
    private static final Pattern MARK = Pattern.compile("translate\\((-?[0-9.]+) (-?[0-9.]+)\\)");

    private static DotsDrawing dots(Axis... areas) {
        return new DotsDrawing(SCALE, List.of(areas), "p", "Titel", "Beskrivning");
    }

    private static String trend(Trend.Moment... moments) {
        return new TrendDrawing(new Trend("Hälsa", SCALE, List.of(moments)), "Hälsa. Deltagaren: 2.").svg();
    }

    private static Trend.Moment moment(int day, Voice voice, double score) {
        return new Trend.Moment(LocalDate.of(2026, 1, day), Map.of(voice, score));
    }

    @Test
    void aScoreStandsWhereItsStepIsOnTheScale() {
        var drawing = dots(new Axis("Hälsa", Map.of(Series.PARTICIPANT_NOW, 5.0, Series.CASEWORKER_NOW, 1.0)))
                .wide();
        assertThat(MARK.matcher(drawing).results().map(mark -> mark.group(1))).containsExactly("624", "226");
    }

    @Test
    void aLineIsDrawnOnlyBetweenTwoAnswers() {
        var answeredOnce = new Axis("Hälsa", Map.of(Series.PARTICIPANT_NOW, 5.0));
        var answeredTwice = new Axis("Hälsa", Map.of(Series.PARTICIPANT_NOW, 5.0, Series.PARTICIPANT_EARLIER, 2.0));
        assertThat(dots(answeredOnce).wide()).doesNotContain("radar-line");
        assertThat(dots(answeredTwice).wide()).containsOnlyOnce("radar-line");
    }

    @Test
    void theLineIsBrokenWhereAVoiceHasNotAnswered() {
        var gap = new Trend.Moment(LocalDate.of(2026, 1, 10), Map.of());
        var drawing = trend(
                moment(1, Voice.PARTICIPANT, 2),
                moment(5, Voice.PARTICIPANT, 3),
                gap,
                moment(15, Voice.PARTICIPANT, 3));
        assertThat(drawing).containsPattern("d=\"M[0-9. ]+L[0-9. ]+M[0-9. ]+\"");
        assertThat(MARK.matcher(drawing).results()).hasSize(3);
    }

    @Test
    void timeIsAsLongAsItWas() {
        var drawing = trend(
                moment(1, Voice.PARTICIPANT, 2), moment(6, Voice.PARTICIPANT, 3), moment(21, Voice.PARTICIPANT, 3));
        var places = MARK.matcher(drawing)
                .results()
                .map(mark -> Double.parseDouble(mark.group(1)))
                .toList();
        assertThat((places.get(1) - places.get(0)) * 3).isEqualTo(places.get(2) - places.get(1));
    }

    @Test
    void thePicturesTellTheirContentToAListener() {
        assertThat(trend(moment(1, Voice.PARTICIPANT, 2)))
                .contains("role=\"img\" aria-label=\"Hälsa. Deltagaren: 2.\"");
        assertThat(dots().narrow())
                .contains("aria-labelledby=\"p-narrow-title p-narrow-desc\"")
                .contains("<title id=\"p-narrow-title\">Titel</title><desc id=\"p-narrow-desc\">Beskrivning</desc>");
    }

    @Property(tries = 200)
    void anyScoresMakeWellFormedPicturesWithNothingOutsideThem(@ForAll long seed) throws Exception {
        var random = new Random(seed);
        var areas = IntStream.range(0, random.nextInt(13))
                .mapToObj(number -> new Axis("Om<råde> & \"" + "s".repeat(random.nextInt(40)), anyScores(random)))
                .toList();
        var drawing = new DotsDrawing(SCALE, areas, "p", "<T>", "&");
        assertInside(drawing.wide());
        assertInside(drawing.narrow());
        var moments = IntStream.range(0, random.nextInt(9))
                .mapToObj(number -> moment(1 + random.nextInt(2) * number, Voice.CASEWORKER, 1 + random.nextInt(5)))
                .toArray(Trend.Moment[]::new);
        assertInside(trend(moments));
    }

    private static Map<Series, Double> anyScores(Random random) {
        var scores = new EnumMap<Series, Double>(Series.class);
        for (var series : Series.values()) {
            if (random.nextInt(4) > 0) {
                scores.put(series, 1 + random.nextDouble() * 4);
            }
        }
        return scores;
    }

    private static void assertInside(String drawing) throws Exception {
        var svg = parse(drawing).getDocumentElement();
        assertThat(drawing).doesNotContain("style=");
        MARK.matcher(drawing).results().forEach(mark -> {
            assertThat(Double.parseDouble(mark.group(1))).isBetween(0.0, Double.parseDouble(svg.getAttribute("width")));
            assertThat(Double.parseDouble(mark.group(2)))
                    .isBetween(0.0, Double.parseDouble(svg.getAttribute("height")));
        });
    }

    private static Document parse(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }
}
