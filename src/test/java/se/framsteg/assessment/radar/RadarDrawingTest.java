package se.framsteg.assessment.radar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class RadarDrawingTest {

    private static final List<String> THREE = List.of("Hälsa", "Vardag", "Arbete");

    @Property(tries = 300)
    void anythingDrawsAsWellFormedMarkupWithoutStyles(@ForAll long seed) {
        Random random = new Random(seed);
        String label = Radars.anyLabel(random);
        Document page = parse(new RadarDrawing(Radars.any(seed), "r1", label, label).figure());

        assertThat(elements(page, "*")).noneMatch(element -> element.hasAttribute("style"));
        assertThat(elements(page, "style")).isEmpty();
        assertThat(elements(page, "script")).isEmpty();
    }

    @Property(tries = 300)
    void everyScoreIsAPointOnItsAxisAndNothingElseIs(@ForAll long seed) {
        Radar radar = Radars.any(seed);
        Web web = Layout.of(radar, Size.WIDE).web();
        Document drawing = parse(drawing(radar).wide());

        for (Series series : Series.values()) {
            List<Point> expected = IntStream.range(0, web.axes())
                    .boxed()
                    .flatMap(axis ->
                            radar.axes().get(axis).score(series).stream().map(score -> web.score(axis, score)))
                    .toList();
            assertThat(points(drawing, series)).hasSameSizeAs(expected);
            for (int i = 0; i < expected.size(); i++) {
                Point drawn = points(drawing, series).get(i);
                assertThat(drawn.x()).isCloseTo(expected.get(i).x(), within(0.06));
                assertThat(drawn.y()).isCloseTo(expected.get(i).y(), within(0.06));
                assertThat(Math.hypot(drawn.x(), drawn.y())).isGreaterThan(10);
            }
        }
    }

    @Test
    void aMissingScoreBreaksTheLineAndLeavesNoPoint() {
        Document drawing = parse(drawing(participant(2.0, null, 3.0, 4.0, null)).wide());

        assertThat(points(drawing, Series.PARTICIPANT_NOW)).hasSize(3);
        assertThat(line(drawing, Series.PARTICIPANT_NOW)).matches("M[^ML]+L[^MLZ]+M[^MLZ]+");
        assertThat(withClass(drawing, "radar-area")).isEmpty();
    }

    @Test
    void aLonePointBetweenGapsHasItsMarkerButNoLine() {
        Document drawing = parse(drawing(participant(null, 3.0, null)).wide());

        assertThat(points(drawing, Series.PARTICIPANT_NOW)).hasSize(1);
        assertThat(line(drawing, Series.PARTICIPANT_NOW)).doesNotContain("L", "Z");
    }

    @Test
    void aLineThatIsBrokenOnlyOnceRunsUnbrokenPastTheFirstAxis() {
        Document drawing = parse(drawing(participant(1.0, 2.0, null, 4.0)).wide());

        assertThat(line(drawing, Series.PARTICIPANT_NOW)).matches("M[^ML]+L[^ML]+L[^MLZ]+");
    }

    @Test
    void aCompleteSeriesIsClosedAndHasASurface() {
        Document drawing = parse(drawing(participant(1.0, 2.0, 3.0, 4.0)).wide());

        assertThat(line(drawing, Series.PARTICIPANT_NOW)).endsWith("Z");
        assertThat(withClass(drawing, "radar-area")).hasSize(1);
    }

    @Test
    void aSeriesWithoutAnyAnswerIsNotDrawn() {
        assertThat(drawing(participant(1.0, 2.0, 3.0)).wide()).doesNotContain("caseworker", "earlier");
    }

    @Test
    void theEarlierRoundHasNoSurfaceAndLiesBehind() {
        String drawing = drawing(Radars.complete(THREE)).wide();

        assertThat(withClass(parse(drawing), "radar-area")).hasSize(2);
        assertThat(drawing.indexOf("participant-earlier")).isLessThan(drawing.lastIndexOf("participant-now"));
        assertThat(drawing.lastIndexOf("earlier")).isLessThan(drawing.lastIndexOf("participant-now"));
    }

    @Test
    void seriesDifferInMarkerAndDashesAndColour() {
        assertDistinct(Look::marker);
        assertDistinct(Look::dashes);
        assertDistinct(Look::colour);
    }

    private static void assertDistinct(Function<Look, String> property) {
        assertThat(Arrays.stream(Series.values()).map(Look::of).map(property)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void theLegendShowsTheLineAndMarkerOfTheDiagram(Series series) {
        Document swatch = parse(RadarDrawing.swatch(series));
        Document drawing = parse(drawing(Radars.complete(THREE)).wide());

        assertThat(swatch.getDocumentElement().getAttribute("aria-hidden")).isEqualTo("true");
        for (String part : List.of("radar-line", "radar-marker")) {
            Element sample = ofSeries(swatch, series, part).getFirst();
            Element drawn = ofSeries(drawing, series, part).getFirst();
            assertThat(sample.getAttribute("stroke-dasharray")).isEqualTo(drawn.getAttribute("stroke-dasharray"));
            assertThat(sample.getAttribute("fill")).isEqualTo(drawn.getAttribute("fill"));
        }
        assertThat(ofSeries(swatch, series, "radar-marker").getFirst().getAttribute("d"))
                .isEqualTo(ofSeries(drawing, series, "radar-marker").getFirst().getAttribute("d"));
    }

    @Test
    void everySizeIsNamedByItsOwnTitleAndDescription() {
        Document figure =
                parse(new RadarDrawing(Radars.complete(THREE), "omg3", "Maj & juni", "Se <tabellen>").figure());

        List<String> ids = elements(figure, "*")
                .filter(it -> it.hasAttribute("id"))
                .map(it -> it.getAttribute("id"))
                .toList();
        assertThat(ids).doesNotHaveDuplicates().hasSize(6);
        assertThat(elements(figure, "svg")).hasSize(3).allSatisfy(svg -> {
            assertThat(svg.getAttribute("role")).isEqualTo("img");
            assertThat(ids).contains(svg.getAttribute("aria-labelledby").split(" "));
        });
        assertThat(elements(figure, "title").map(Element::getTextContent)).containsOnly("Maj & juni");
        assertThat(elements(figure, "desc").map(Element::getTextContent)).containsOnly("Se <tabellen>");
    }

    @Test
    void theScaleIsNumbered() {
        Document drawing = parse(drawing(Radars.complete(THREE)).wide());

        assertThat(withClass(drawing, "radar-number").map(Element::getTextContent))
                .containsExactly("1", "2", "3", "4", "5");
    }

    @Test
    void aPhoneGetsNamesForSixAreasAndANumberedKeyForEleven() {
        assertThat(Layout.of(Radars.complete(Radars.SIX_AREAS), Size.NARROW).key())
                .isEmpty();
        assertThat(Layout.of(Radars.complete(Radars.LONG_LABELS.subList(0, 11)), Size.NARROW)
                        .key())
                .hasSize(11);
    }

    @Test
    void aDeskGetsNamesForSixAndEleven() {
        assertThat(Layout.of(Radars.complete(Radars.SIX_AREAS), Size.WIDE).key())
                .isEmpty();
        assertThat(Layout.of(Radars.complete(Radars.LONG_LABELS.subList(0, 11)), Size.WIDE)
                        .key())
                .isEmpty();
    }

    @Test
    void oneOfThreeColumnsGetsTheNamesOfTheElevenAreasThatWeShip() {
        var shipped = List.of(
                "Steg mot jobb",
                "Kunskap om arbetslivet",
                "Hälsa",
                "Samarbete",
                "Egna mål",
                "Egen tilltro",
                "Handläggarens tilltro",
                "Koncentration",
                "Nya kontakter",
                "Stöd från andra",
                "Vardagen");
        assertThat(Layout.of(Radars.complete(shipped), Size.MEDIUM).key()).isEmpty();
    }

    @Test
    void theNumbersOfTheScaleCutNoLineOfScores() {
        String drawing = drawing(Radars.complete(THREE)).wide();
        assertThat(drawing.lastIndexOf("radar-break")).isLessThan(drawing.indexOf("radar-line"));
        assertThat(drawing.indexOf("radar-number")).isGreaterThan(drawing.lastIndexOf("radar-line"));
        assertThat(drawing).doesNotContain("paint-order");
    }

    private static RadarDrawing drawing(Radar radar) {
        return new RadarDrawing(radar, "r", "Titel", "Beskrivning");
    }

    private static Radar participant(@Nullable Double... scores) {
        return new Radar(
                new Scale(1, 5),
                Arrays.stream(scores)
                        .map(score -> score == null ? Map.<Series, Double>of() : Map.of(Series.PARTICIPANT_NOW, score))
                        .map(scored -> new Axis("Område", scored))
                        .toList());
    }

    private static List<Point> points(Document drawing, Series series) {
        return ofSeries(drawing, series, "radar-marker").stream()
                .map(it ->
                        it.getAttribute("transform").replaceAll("[^0-9. -]", "").split(" "))
                .map(xy -> new Point(Double.parseDouble(xy[0]), Double.parseDouble(xy[1])))
                .toList();
    }

    private static String line(Document drawing, Series series) {
        return ofSeries(drawing, series, "radar-line").getFirst().getAttribute("d");
    }

    private static List<Element> ofSeries(Document drawing, Series series, String className) {
        Set<String> classes =
                Set.of("radar-series radar-series--" + Look.of(series).name());
        return withClass(drawing, className)
                .filter(it -> classes.contains(((Element) it.getParentNode()).getAttribute("class")))
                .toList();
    }

    private static Stream<Element> withClass(Document document, String className) {
        return elements(document, "*").filter(it -> it.getAttribute("class").equals(className));
    }

    private static Stream<Element> elements(Document document, String name) {
        NodeList nodes = document.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength()).mapToObj(index -> (Element) nodes.item(index));
    }

    private static Document parse(String markup) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(markup)));
        } catch (Exception e) {
            throw new AssertionError("Not well-formed: " + markup, e);
        }
    }
}
