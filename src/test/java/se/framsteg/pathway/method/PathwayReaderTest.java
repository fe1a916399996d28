package se.framsteg.pathway.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.framsteg.shared.definition.Fault;
import se.framsteg.shared.definition.FileFault;
import se.framsteg.shared.definition.LocalizedText;
import se.framsteg.shared.definition.Problem;

class PathwayReaderTest {
    /** In the changed text, stands where a problem is expected and is taken out before reading. */
    private static final String HERE = "▶";

    @Test
    void theDocumentedExampleBecomesThePathwayItDescribes() {
        var example = ExamplePathway.pathway();

        assertThat(example.key()).isEqualTo("walk-and-talk");
        assertThat(example.name().in("en")).isEqualTo("Walk and talk");
        assertThat(example.notes()).hasSize(1);
        assertThat(example.lists()).singleElement().satisfies(list -> {
            assertThat(list.choose()).isTrue();
            assertThat(list.about()).isNull();
            assertThat(list.points()).extracting(Point::key).containsExactly("short", "long");
            assertThat(list.points().getLast().prompts())
                    .extracting(text -> text.in("sv"))
                    .containsExactly("Orkar du gå längre i dag?");
        });
        assertThat(example.inTurn()).extracting(Stage::key).containsExactly("first-walk");
        assertThat(example.alongside()).extracting(Stage::key).containsExactly("rest");
        var first = example.stages().getFirst();
        assertThat(first.time()).isEqualTo(text("En halvtimme.", "Half an hour."));
        assertThat(first.activities()).extracting(Point::key).containsExactly("meet");
        assertThat(List.of(first.prompts(), first.reached(), first.notes())).allMatch(texts -> texts.size() == 1);
        assertThat(first.worksheets()).containsExactly("my-walk");
        assertThat(example.stages().getLast().time()).isNull();
        assertThat(example.worksheet("my-walk").orElseThrow().fields())
                .extracting(
                        Worksheet.Field::kind,
                        Worksheet.Field::needed,
                        field -> field.choices().size())
                .containsExactly(
                        tuple(Worksheet.Kind.TEXT, true, 0),
                        tuple(Worksheet.Kind.CHOICE, false, 2),
                        tuple(Worksheet.Kind.SCALE, false, 0));
    }

    private static LocalizedText text(String swedish, String english) {
        var texts = new LinkedHashMap<String, String>();
        texts.put("sv", swedish);
        texts.put("en", english);
        return new LocalizedText(texts);
    }

    @Test
    void aPathwayMayHaveListsAloneOrStagesAlone() {
        var yaml = ExamplePathway.yaml();
        var head = yaml.substring(0, yaml.indexOf("lists:"));
        var lists = yaml.substring(yaml.indexOf("lists:"), yaml.indexOf("stages:"));
        var rest = yaml.substring(yaml.indexOf("stages:"));

        assertThat(ExamplePathway.accepted(head + lists).stages()).isEmpty();
        assertThat(ExamplePathway.accepted(head + rest).lists()).isEmpty();
        var problem = assertFaultsIn(HERE + head, PathwayFault.NOTHING_IN_IT).getFirst();
        assertThat(problem.text()).isEqualTo("the file has neither “stages” nor “lists”; it needs one of them");
    }

    @Test
    void aStageThatNamesAWorksheetThatIsNotThereIsToldWithTheNearest() {
        var problem = assertFaults("[my-walk]", "[" + HERE + "my-wlak]", PathwayFault.UNKNOWN_WORKSHEET_NEAR)
                .getFirst();
        assertThat(problem)
                .hasToString("line 39: stages › first-walk › worksheets › 1 is “my-wlak”, which is not the key of a"
                        + " worksheet; did you mean “my-walk”?");
        assertFaults("[my-walk]", "[" + HERE + "budget]", PathwayFault.UNKNOWN_WORKSHEET);
        assertFaults("[my-walk]", "[my-walk, " + HERE + "my-walk]", PathwayFault.REPEATED_WORKSHEET);
    }

    @Test
    void aWorksheetWhoseKeyCanNotBeReadIsToldOnceAndNotForEveryStageThatNamesIt() {
        assertFaults("- key: my-walk", "- " + HERE + "key: Min promenad", FileFault.BAD_KEY);
    }

    @Test
    void aChoiceHasSomethingToChooseFromAndNothingElseHas() {
        var choices = """
                    choices:
                      - {sv: Bra, en: Good}
                      - {sv: Dåligt, en: Bad}
            """.indent(0);
        assertFaults("kind: choice", HERE + "kind: choice", choices, "", PathwayFault.NO_CHOICES);
        assertFaults(
                "kind: choice",
                HERE + "kind: choice",
                "          - {sv: Dåligt, en: Bad}\n",
                "",
                PathwayFault.NO_CHOICES);
        var problem = assertFaults(
                        "kind: choice",
                        "kind: list",
                        "choices:\n          - {sv: Bra",
                        HERE + "choices:\n          - {sv: Bra",
                        PathwayFault.CHOICES_FOR_NOTHING)
                .getFirst();
        assertThat(problem.text())
                .isEqualTo("worksheets › my-walk › fields › weather › choices is only for fields of the kind “choice”;"
                        + " this one is “list”");
    }

    @Test
    void anUnknownKindIsToldWithThoseThereAreAndNothingIsSaidOfItsChoices() {
        var problem = assertFaults("kind: choice", HERE + "kind: radio", FileFault.NOT_A_CHOICE)
                .getFirst();
        assertThat(problem.text())
                .isEqualTo("worksheets › my-walk › fields › weather › kind is “radio” but should be one of: text, long,"
                        + " list, choice, scale, date");
        assertFaults("        kind: choice\n", "", "key: weather", HERE + "key: weather", FileFault.MISSING_FIELD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "false", "'1'", "[true]", "TRUE"})
    void whatDoesNotHoldIsLeftOutInsteadOfBeingDenied(String value) {
        assertFaults("alongside: true", HERE + "alongside: " + value, FileFault.EXPECTED_YES);
        assertFaults("choose: true", HERE + "choose: " + value, FileFault.EXPECTED_YES);
        assertFaults("needed: true", HERE + "needed: " + value, FileFault.EXPECTED_YES);
    }

    @Test
    void aKeyIsItsOwnAmongThoseBesideIt() {
        assertFaults("- key: long", "- " + HERE + "key: short", FileFault.DUPLICATE_KEY);
        assertFaults("- key: rest", "- " + HERE + "key: first-walk", FileFault.DUPLICATE_KEY);
        assertFaults("- key: weather", "- " + HERE + "key: where", FileFault.DUPLICATE_KEY);
        ExamplePathway.accepted(ExamplePathway.yaml().replace("- key: meet", "- key: short"));
    }

    @Test
    void aMisspeltFieldIsToldWithTheNearestWhereverItIs() {
        assertFaults("notes:    ", HERE + "note:    ", FileFault.UNKNOWN_FIELD_NEAR);
        assertFaults(
                "    points:",
                "    " + HERE + "pionts:",
                "- key: ways",
                "- " + HERE + "key: ways",
                FileFault.MISSING_FIELD,
                FileFault.UNKNOWN_FIELD_NEAR);
        assertFaults("    time:", "    " + HERE + "tid:", FileFault.UNKNOWN_FIELD_NEAR);
        assertFaults("        help:", "        " + HERE + "colour:", FileFault.UNKNOWN_FIELD);
    }

    @Test
    void anEmptyListIsToldSinceItIsLeftOutInstead() {
        assertFaults("worksheets: [my-walk]", HERE + "worksheets: []", FileFault.LIST_LENGTH);
    }

    @Test
    void thePersonMeetsEveryLanguageAndTheStaffTheirOwn() {
        var somali = ExamplePathway.yaml().replace("[sv, en]", "[sv, en, so]");

        assertThat(ExamplePathway.problems(somali))
                .allMatch(problem -> problem.fault() == FileFault.MISSING_LANGUAGE)
                .extracting(problem -> problem.arguments().getFirst())
                .containsExactly(
                        "name",
                        "stages › first-walk › name",
                        "stages › rest › name",
                        "worksheets › my-walk › name",
                        "worksheets › my-walk › about",
                        "worksheets › my-walk › fields › where › question",
                        "worksheets › my-walk › fields › where › help",
                        "worksheets › my-walk › fields › weather › question",
                        "worksheets › my-walk › fields › weather › choices › 1",
                        "worksheets › my-walk › fields › weather › choices › 2",
                        "worksheets › my-walk › fields › strength › question");
    }

    @Test
    void allFaultsAreToldAtOnceInTheOrderOfTheFile() {
        var faulty = ExamplePathway.yaml()
                .replace("version: 1", HERE + "version: first")
                .replace("rights: {sv: Fritt att använda., en: Free to use.}", HERE + "rights: Fritt")
                .replace("[my-walk]", "[" + HERE + "my-talk]")
                .replace("kind: scale", HERE + "kind: slider");

        assertFaultsIn(
                faulty,
                FileFault.EXPECTED_NUMBER,
                FileFault.EXPECTED_LANGUAGES,
                PathwayFault.UNKNOWN_WORKSHEET_NEAR,
                FileFault.NOT_A_CHOICE);
    }

    @Test
    void whatIsNoYamlOrNoFileOfFieldsIsToldOnce() {
        assertFaultsIn(HERE + "- a\n", FileFault.EXPECTED_FIELDS);
        assertThat(ExamplePathway.problems("key: [a\n"))
                .extracting(Problem::fault)
                .containsExactly(FileFault.SYNTAX);
        assertThat(ExamplePathway.problems("key: a\n")).hasSize(7).allMatch(problem -> problem.line() == 1);
    }

    @Test
    void readingNeverFailsHoweverTheFileIsCut() {
        var example = ExamplePathway.yaml();
        for (int end = 0; end < example.length(); end += 7) {
            var cut = example.substring(0, end);
            var holed = cut + example.substring(Math.min(example.length(), end + 5));
            assertThatCode(() -> PathwayReader.read(cut)).as("cut at %d", end).doesNotThrowAnyException();
            assertThatCode(() -> PathwayReader.read(holed))
                    .as("hole at %d", end)
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @EnumSource(PathwayFault.class)
    void everyFaultSaysSomethingInEachLanguage(PathwayFault fault) {
        var problem = new Problem(3, 1, fault, List.of("here", "one", "two"));
        assertThat(problem.text()).startsWith("here").doesNotContain("{", "}");
        assertTold("pathway", fault);
    }

    @ParameterizedTest
    @EnumSource(FileFault.class)
    void everyFaultOfAnyFileSaysSomethingInEachLanguage(FileFault fault) {
        assertTold("definition", fault);
    }

    private static void assertTold(String bundle, Fault fault) {
        for (var file : List.of(bundle + ".properties", bundle + "_en.properties")) {
            assertThat(ExamplePathway.read(Path.of("src/main/resources/texts", file)))
                    .as(file)
                    .containsPattern("(?m)^" + Pattern.quote(fault.key()) + "=\\S");
        }
    }

    // How to read these tests: replace in the example, and expect one problem per mark, there and nowhere else.

    private static List<Problem> assertFaults(String original, String changed, Fault... faults) {
        return assertFaultsIn(replaced(ExamplePathway.yaml(), original, changed), faults);
    }

    private static List<Problem> assertFaults(
            String original, String changed, String original2, String changed2, Fault... faults) {
        return assertFaultsIn(
                replaced(replaced(ExamplePathway.yaml(), original, changed), original2, changed2), faults);
    }

    private static String replaced(String text, String original, String changed) {
        assertThat(text).contains(original);
        int at = text.indexOf(original);
        return text.substring(0, at) + changed + text.substring(at + original.length());
    }

    private static List<Problem> assertFaultsIn(String marked, Fault... faults) {
        var problems = ExamplePathway.problems(marked.replace(HERE, ""));
        assertThat(problems).extracting(Problem::fault).as("%s", problems).containsExactly(faults);
        assertThat(problems)
                .extracting(problem -> problem.line() + ":" + problem.column())
                .as("%s", problems)
                .containsExactlyElementsOf(marks(marked));
        return problems;
    }

    private static List<String> marks(String marked) {
        var places = new ArrayList<String>();
        var lines = Arrays.asList(marked.split("\n", -1));
        for (int line = 0; line < lines.size(); line++) {
            var text = lines.get(line);
            int column = text.indexOf(HERE);
            for (int earlier = 0; column >= 0; earlier++) {
                places.add((line + 1) + ":" + (column - earlier + 1));
                column = text.indexOf(HERE, column + 1);
            }
        }
        return places;
    }
}
