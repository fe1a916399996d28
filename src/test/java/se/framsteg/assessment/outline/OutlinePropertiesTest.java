package se.framsteg.assessment.outline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import se.framsteg.assessment.instrument.Dimension;
import se.framsteg.assessment.instrument.Instrument;
import se.framsteg.assessment.instrument.InstrumentReader;
import se.framsteg.assessment.instrument.InstrumentReading;
import se.framsteg.assessment.instrument.Item;
import se.framsteg.assessment.instrument.Respondent;
import se.framsteg.assessment.instrument.Scoring;
import se.framsteg.assessment.instrument.Wording;
import se.framsteg.shared.definition.LocalizedText;

/** What the editor writes is what the reader reads. */
class OutlinePropertiesTest {
    private static final List<String> LANGUAGES = List.of("sv", "en", "ar");

    @Property(tries = 300)
    void whateverIsWrittenReadsAsTheSameInstrument(@ForAll("instruments") Instrument instrument) {
        var yaml = written(instrument).yaml();

        assertThat(InstrumentReader.read(yaml)).as(yaml).isEqualTo(new InstrumentReading.Accepted(instrument));
    }

    @Property(tries = 300)
    void anOutlineReadsAsItself(@ForAll("instruments") Instrument instrument) {
        var outline = written(instrument);

        assertThat(Outline.of(outline.yaml())).contains(outline);
    }

    @Property(tries = 300)
    void anyTextCanBeOpenedOrIsToldNotToBeYaml(@ForAll String text) {
        Outline.of(text)
                .ifPresent(outline -> assertThat(Outline.of(outline.yaml())).isPresent());
    }

    @Example
    void shippedInstrumentsGoThroughTheEditorUnchanged() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/instruments"))) {
            for (var file : files.toList()) {
                var yaml = Files.readString(file);
                var through = Outline.of(yaml).orElseThrow().yaml();
                assertThat(InstrumentReader.read(through)).isEqualTo(InstrumentReader.read(yaml));
            }
        }
    }

    /** An instrument as somebody would have typed it. */
    private static Outline written(Instrument instrument) {
        var about = new Outline.About(
                instrument.key(),
                Integer.toString(instrument.version()),
                instrument.languages(),
                instrument.unreviewed(),
                words(instrument.name()),
                words(instrument.description()),
                words(instrument.rights()),
                words(instrument.source()));
        var scale = new Outline.Scale(
                Integer.toString(instrument.highest()), List.of(), number(instrument.smallestChange()));
        return new Outline(
                about,
                scale,
                instrument.dimensions().stream()
                        .map(OutlinePropertiesTest::written)
                        .toList(),
                instrument.items().stream().map(OutlinePropertiesTest::written).toList());
    }

    private static Outline.Dimension written(Dimension dimension) {
        return new Outline.Dimension(
                dimension.key(),
                words(dimension.name()),
                words(dimension.help()),
                dimension.scoring().method().field(),
                Integer.toString(dimension.scoring().fewestAnswers()),
                number(dimension.smallestChange()));
    }

    private static Outline.Item written(Item item) {
        return new Outline.Item(
                item.key(),
                item.dimension(),
                written(item, Respondent.PARTICIPANT),
                written(item, Respondent.CASEWORKER));
    }

    private static Optional<Outline.Wording> written(Item item, Respondent respondent) {
        return Optional.ofNullable(item.wordings().get(respondent))
                .map(wording -> new Outline.Wording(
                        words(wording.question()),
                        Optional.ofNullable(wording.help())
                                .map(OutlinePropertiesTest::words)
                                .orElse(Words.NONE),
                        wording.steps().stream()
                                .map(OutlinePropertiesTest::words)
                                .toList()));
    }

    private static Words words(LocalizedText text) {
        return new Words(text.texts());
    }

    private static String number(double number) {
        return number == Math.rint(number) ? Integer.toString((int) number) : Double.toString(number);
    }

    @Provide
    Arbitrary<Instrument> instruments() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, LANGUAGES.size()),
                        Arbitraries.integers().between(2, 5),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(1, 2),
                        Arbitraries.integers().between(5, 95).map(hundredths -> hundredths / 100.0),
                        texts().list().ofSize(200))
                .as(OutlinePropertiesTest::instrument);
    }

    /** Texts that YAML likes to take for something else, and any others that can be typed. */
    private static Arbitrary<String> texts() {
        var tricky = Arbitraries.of(
                "no",
                "~",
                "null",
                "12",
                "0.5",
                "- a",
                "a: b",
                "#",
                "a # b",
                "'",
                "\"",
                "{a",
                "[",
                "&x",
                "*x",
                "!x",
                "%",
                "@",
                "|",
                ">",
                "?",
                "två\nrader",
                "a\n\n  b",
                "2026-01-01",
                "<<",
                "=",
                "ja, nej",
                "”svenska”",
                "العربية",
                "😀");
        var typed = Arbitraries.strings()
                .withCharRange(' ', '~')
                .withChars("åäöÅÄÖ–…’\n\u00A0")
                .ofMinLength(1)
                .ofMaxLength(200)
                .filter(text -> !text.isBlank())
                .map(String::strip);
        return Arbitraries.oneOf(tricky, typed);
    }

    private static Instrument instrument(
            int languages, int highest, int dimensions, int itemsEach, double change, List<String> texts) {
        var some = LANGUAGES.subList(0, languages);
        var left = new ArrayList<>(texts);
        var axes = IntStream.range(0, dimensions)
                .mapToObj(i ->
                        new Dimension("axis-" + i, text(some, left), text(some, left), scoring(i), i == 0 ? 1 : change))
                .toList();
        var items = new ArrayList<Item>();
        for (var axis : axes) {
            for (int i = 0; i < itemsEach; i++) {
                items.add(item(axis.key() + "-" + i, axis.key(), i % 2 == 0, some, highest, left));
            }
        }
        return new Instrument(
                "key",
                7,
                some,
                some.subList(1, languages),
                text(some, left),
                text(some, left),
                text(some, left),
                text(some, left),
                highest,
                change,
                axes,
                items);
    }

    private static Scoring scoring(int i) {
        return new Scoring(i % 2 == 0 ? Scoring.Method.MEAN : Scoring.Method.MEDIAN, 1);
    }

    private static Item item(
            String key, String dimension, boolean both, List<String> languages, int highest, List<String> texts) {
        Map<Respondent, Wording> wordings = new EnumMap<>(Respondent.class);
        wordings.put(Respondent.PARTICIPANT, wording(languages, highest, texts));
        if (both) {
            wordings.put(Respondent.CASEWORKER, wording(languages, highest, texts));
        }
        return new Item(key, dimension, wordings);
    }

    private static Wording wording(List<String> languages, int highest, List<String> texts) {
        var help = highest % 2 == 0 ? text(languages, texts) : null;
        var steps = Collections.nCopies(highest, "").stream()
                .map(_ -> text(languages, texts))
                .toList();
        return new Wording(text(languages, texts), help, steps);
    }

    /** Takes the next texts, from the beginning again when they are used up. */
    private static LocalizedText text(List<String> languages, List<String> texts) {
        var text = new LinkedHashMap<String, String>();
        for (var language : languages) {
            text.put(language, texts.getFirst());
            Collections.rotate(texts, -1);
        }
        return new LocalizedText(text);
    }
}
