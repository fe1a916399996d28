package se.framsteg.assessment.outline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.framsteg.assessment.InstrumentExamples;
import se.framsteg.assessment.instrument.InstrumentReader;
import se.framsteg.assessment.instrument.InstrumentReading;
import se.framsteg.shared.definition.FileFault;

class OutlineTest {
    private final Outline example =
            Outline.of(InstrumentExamples.yaml("prov", "Prov", 1)).orElseThrow();

    private static List<String> items(Outline outline) {
        return outline.items().stream().map(Outline.Item::key).toList();
    }

    @Test
    void itemsMoveOnePlaceAndNeverOffTheList() {
        assertThat(items(example.moveItem("handlar", -1))).containsExactly("handlar", "sover", "tror");
        assertThat(items(example.moveItem("handlar", 1))).containsExactly("sover", "tror", "handlar");
        assertThat(items(example.moveItem("sover", -1))).isEqualTo(items(example));
        assertThat(items(example.moveItem("tror", 1))).isEqualTo(items(example));
        assertThat(items(example.moveItem("none", 1))).isEqualTo(items(example));
    }

    @Test
    void aLanguageThatIsTakenAwayTakesItsTextsWithIt() {
        var about = example.about();
        var swedish = example.with(new Outline.About(
                about.key(),
                "1",
                List.of("sv"),
                List.of(),
                about.name().only(List.of("sv")),
                about.description().only(List.of("sv")),
                about.rights().only(List.of("sv")),
                about.source().only(List.of("sv"))));

        assertThat(InstrumentReader.read(swedish.yaml())).isInstanceOf(InstrumentReading.Accepted.class);
        assertThat(swedish.yaml()).doesNotContain("sleep well");
    }

    @Test
    void whatLacksAKeyOrSharesOneGetsItsOwn() {
        var outline = Outline.of("dimensions: [{key: a}, {key: a}, {name: {sv: Namn}}, {key: 'Å Ö'}, text]")
                .orElseThrow();

        assertThat(outline.dimensions())
                .extracting(Outline.Dimension::key)
                .doesNotHaveDuplicates()
                .hasSize(5);
        assertThat(outline.dimensions().getFirst().key()).isEqualTo("a");
    }

    @Test
    void aListLongerThanAnyOfAnInstrumentIsAFaultAndIsNotReadFurther() {
        var hundred = "items: [" + "{}, ".repeat(99) + "{}]";
        var more = "items: [" + "{}, ".repeat(100) + "{}]";

        assertThat(Outline.of(hundred).orElseThrow().items()).hasSize(100);
        assertThat(Outline.of(more)).isEmpty();
        assertThat(InstrumentReader.read(more))
                .isInstanceOfSatisfying(
                        InstrumentReading.Refused.class,
                        refused -> assertThat(refused.problems())
                                .filteredOn(problem -> problem.fault() == FileFault.LIST_LENGTH)
                                .singleElement()
                                .satisfies(problem ->
                                        assertThat(problem.arguments()).containsExactly("items", "100", "101")));
    }

    @Test
    void keysAreMadeOfNames() {
        assertThat(Keys.of("Tro på ett jobb?", "item", List.of())).isEqualTo("tro-pa-ett-jobb");
        assertThat(Keys.of("Hälsa", "item", List.of("halsa"))).isEqualTo("halsa-2");
        assertThat(Keys.of("2 steg", "item", List.of())).isEqualTo("steg");
        assertThat(Keys.of("العربية", "item", List.of("item", "item-2"))).isEqualTo("item-3");
    }

    @Test
    void stepsThatNobodyHasWrittenAreMissingOnlyWhereAQuestionCountsOnThem() {
        var bare = example.with(new Outline.Scale("3", List.of(), ""));
        assertThat(bare.yaml()).contains("steps:");

        var own = bare;
        for (var item : bare.items()) {
            var steps = List.of(new Words(words("1")), new Words(words("2")), new Words(words("3")));
            own = own.with(new Outline.Item(
                    item.key(),
                    item.dimension(),
                    item.participant().map(one -> new Outline.Wording(one.question(), one.help(), steps)),
                    item.caseworker().map(one -> new Outline.Wording(one.question(), one.help(), steps))));
        }
        assertThat(InstrumentReader.read(own.yaml())).isInstanceOf(InstrumentReading.Accepted.class);
    }

    private static LinkedHashMap<String, String> words(String text) {
        return new LinkedHashMap<>(Map.of("sv", text, "en", text));
    }
}
