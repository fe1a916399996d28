package se.framsteg.pathway.method;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;
import se.framsteg.shared.definition.LocalizedText;
import se.framsteg.shared.definition.Reading;

/** Whatever somebody writes down in the format is read as that, and whatever else they write is told and breaks nothing. */
class PathwayPropertiesTest {
    private static final List<String> LANGUAGES = List.of("sv", "en", "ar");

    @Property(tries = 300)
    void whateverIsWrittenReadsAsTheSamePathway(@ForAll("pathways") Pathway pathway) {
        var yaml = new Yaml().dump(written(pathway));

        assertThat(PathwayReader.read(yaml)).as(yaml).isEqualTo(new Reading.Whole<>(pathway));
    }

    @Property(tries = 500)
    void anyTextIsReadOrToldToBeFaultyWithALineThatItHas(@ForAll("texts") String text) {
        if (PathwayReader.read(text) instanceof Reading.Faulty<Pathway>(var problems)) {
            assertThat(problems)
                    .isNotEmpty()
                    .allSatisfy(problem -> assertThat(problem.line())
                            .isBetween(1, Math.toIntExact(text.lines().count()) + 1));
        }
    }

    @Property(tries = 300)
    void aPathwayWithALineTakenOutIsWholeOrToldToBeFaulty(@ForAll("pathways") Pathway pathway, @ForAll int line) {
        var lines = new ArrayList<>(new Yaml().dump(written(pathway)).lines().toList());
        lines.remove(Math.floorMod(line, lines.size()));

        if (PathwayReader.read(String.join("\n", lines)) instanceof Reading.Faulty<Pathway>(var problems)) {
            assertThat(problems).isNotEmpty();
        }
    }

    private static Map<String, Object> written(Pathway pathway) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("key", pathway.key());
        fields.put("version", pathway.version());
        fields.put("languages", pathway.languages());
        put(fields, "unreviewed", pathway.unreviewed());
        fields.put("name", written(pathway.name()));
        fields.put("about", written(pathway.about()));
        fields.put("rights", written(pathway.rights()));
        fields.put("source", written(pathway.source()));
        put(fields, "notes", many(pathway.notes()));
        put(
                fields,
                "lists",
                pathway.lists().stream().map(PathwayPropertiesTest::written).toList());
        put(
                fields,
                "stages",
                pathway.stages().stream().map(PathwayPropertiesTest::written).toList());
        put(
                fields,
                "worksheets",
                pathway.worksheets().stream()
                        .map(PathwayPropertiesTest::written)
                        .toList());
        return fields;
    }

    private static Map<String, Object> written(PointList list) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("key", list.key());
        putTrue(fields, "choose", list.choose());
        fields.put("name", written(list.name()));
        put(fields, "about", list.about());
        fields.put(
                "points",
                list.points().stream().map(PathwayPropertiesTest::written).toList());
        return fields;
    }

    private static Map<String, Object> written(Point point) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("key", point.key());
        fields.put("name", written(point.name()));
        put(fields, "about", point.about());
        put(fields, "prompts", many(point.prompts()));
        return fields;
    }

    private static Map<String, Object> written(Stage stage) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("key", stage.key());
        putTrue(fields, "alongside", stage.alongside());
        fields.put("name", written(stage.name()));
        fields.put("about", written(stage.about()));
        put(fields, "time", stage.time());
        put(
                fields,
                "activities",
                stage.activities().stream().map(PathwayPropertiesTest::written).toList());
        put(fields, "prompts", many(stage.prompts()));
        put(fields, "reached", many(stage.reached()));
        put(fields, "notes", many(stage.notes()));
        put(fields, "worksheets", stage.worksheets());
        return fields;
    }

    private static Map<String, Object> written(Worksheet worksheet) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("key", worksheet.key());
        fields.put("name", written(worksheet.name()));
        fields.put("about", written(worksheet.about()));
        fields.put(
                "fields",
                worksheet.fields().stream().map(PathwayPropertiesTest::written).toList());
        return fields;
    }

    private static Map<String, Object> written(Worksheet.Field field) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("key", field.key());
        fields.put("kind", field.kind().name().toLowerCase(Locale.ROOT));
        putTrue(fields, "needed", field.needed());
        fields.put("question", written(field.question()));
        put(fields, "help", field.help());
        put(fields, "choices", many(field.choices()));
        return fields;
    }

    private static Map<String, String> written(LocalizedText text) {
        return new LinkedHashMap<>(text.texts());
    }

    private static List<Map<String, String>> many(List<LocalizedText> texts) {
        return texts.stream().map(PathwayPropertiesTest::written).toList();
    }

    private static void put(Map<String, Object> fields, String name, List<?> list) {
        if (!list.isEmpty()) {
            fields.put(name, list);
        }
    }

    private static void put(Map<String, Object> fields, String name, @Nullable LocalizedText text) {
        if (text != null) {
            fields.put(name, written(text));
        }
    }

    private static void putTrue(Map<String, Object> fields, String name, boolean holds) {
        if (holds) {
            fields.put(name, true);
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                typed(),
                Arbitraries.strings().ofMaxLength(200),
                typed().list().ofMaxSize(20).map(lines -> "key: " + String.join("\n- ", lines)));
    }

    @Provide
    Arbitrary<Pathway> pathways() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, LANGUAGES.size()),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 3),
                        typed().list().ofSize(150))
                .filter((languages, lists, stages, worksheets, texts) -> lists + stages > 0)
                .as(PathwayPropertiesTest::pathway);
    }

    private static Arbitrary<String> typed() {
        var tricky = Arbitraries.of(
                "no",
                "~",
                "null",
                "12",
                "- a",
                "a: b",
                "a # b",
                "'",
                "{a",
                "[",
                "&x",
                "*x",
                "!x",
                "|",
                ">",
                "två\nrader",
                "2026-01-01",
                "<<",
                "ja, nej",
                "”svenska”",
                "العربية",
                "😀");
        var any = Arbitraries.strings()
                .withCharRange(' ', '~')
                .withChars("åäöÅÄÖ–…’\n")
                .ofMinLength(1)
                .ofMaxLength(120)
                .filter(text -> !text.isBlank())
                .map(String::strip);
        return Arbitraries.oneOf(tricky, any);
    }

    private static Pathway pathway(int languages, int lists, int stages, int worksheets, List<String> texts) {
        var some = LANGUAGES.subList(0, languages);
        var left = new ArrayList<>(texts);
        var sheets = IntStream.range(0, worksheets)
                .mapToObj(i -> sheet(i, some, left))
                .toList();
        return new Pathway(
                "key",
                3,
                some,
                some.subList(1, languages),
                text(some, left),
                text(some, left),
                text(some, left),
                text(some, left),
                texts(lists, some, left),
                IntStream.range(0, lists)
                        .mapToObj(i -> new PointList(
                                "list-" + i,
                                i == 1,
                                text(some, left),
                                unless(i == 0, some, left),
                                points(i + 1, some, left)))
                        .toList(),
                IntStream.range(0, stages)
                        .mapToObj(i -> new Stage(
                                "stage-" + i,
                                i == 2,
                                text(some, left),
                                text(some, left),
                                unless(i == 0, some, left),
                                points(i, some, left),
                                texts(i, some, left),
                                texts(2 - i, some, left),
                                texts(i, some, left),
                                sheets.stream().skip(i).map(Worksheet::key).toList()))
                        .toList(),
                sheets);
    }

    private static Worksheet sheet(int number, List<String> languages, List<String> texts) {
        var fields = new ArrayList<Worksheet.Field>();
        for (var kind : Worksheet.Kind.values()) {
            fields.add(new Worksheet.Field(
                    "field-" + kind.ordinal(),
                    kind,
                    kind.ordinal() == number,
                    text(languages, texts),
                    unless(number == 1, languages, texts),
                    kind == Worksheet.Kind.CHOICE ? texts(2 + number, languages, texts) : List.of()));
        }
        return new Worksheet("sheet-" + number, text(languages, texts), text(languages, texts), fields);
    }

    private static List<Point> points(int many, List<String> languages, List<String> texts) {
        return IntStream.range(0, many)
                .mapToObj(i -> new Point(
                        "point-" + i,
                        text(languages, texts),
                        unless(i == 1, languages, texts),
                        texts(i, languages, texts)))
                .toList();
    }

    private static @Nullable LocalizedText unless(boolean none, List<String> languages, List<String> texts) {
        return none ? null : text(languages, texts);
    }

    private static List<LocalizedText> texts(int many, List<String> languages, List<String> texts) {
        return IntStream.range(0, many).mapToObj(_ -> text(languages, texts)).toList();
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
