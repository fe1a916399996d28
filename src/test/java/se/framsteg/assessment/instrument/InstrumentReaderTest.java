package se.framsteg.assessment.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.tuple;
import static se.framsteg.assessment.instrument.Respondent.CASEWORKER;
import static se.framsteg.assessment.instrument.Respondent.PARTICIPANT;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.framsteg.shared.definition.Fault;
import se.framsteg.shared.definition.FileFault;
import se.framsteg.shared.definition.LocalizedText;
import se.framsteg.shared.definition.Problem;

class InstrumentReaderTest {

    /** In the changed text, stands where a problem is expected and is taken out before reading. */
    private static final String HERE = "▶";

    @Test
    void theDocumentedExampleBecomesTheInstrumentItDescribes() {
        Instrument example = ExampleInstrument.instrument();

        assertThat(example.key()).isEqualTo("small-steps");
        assertThat(example.version()).isEqualTo(1);
        assertThat(example.languages()).containsExactly("sv", "en");
        assertThat(example.highest()).isEqualTo(3);
        assertThat(example.name().in("sv")).isEqualTo("Små steg");
        assertThat(example.dimensions()).extracting(Dimension::key).containsExactly("everyday-life", "own-belief");
        assertThat(example.dimensions().getLast().scoring()).isEqualTo(new Scoring(Scoring.Method.MEDIAN, 1));
        assertThat(example.itemsFor(PARTICIPANT)).extracting(Item::key).containsExactly("sleep", "own-belief");
        assertThat(example.itemsFor(CASEWORKER)).extracting(Item::key).containsExactly("sleep");
    }

    @Test
    void aQuestionWithoutOwnStepsHasThoseOfTheScale() {
        List<Item> sheet = ExampleInstrument.instrument().itemsFor(PARTICIPANT);

        assertThat(sheet.getFirst().wording(PARTICIPANT).steps())
                .extracting(step -> step.in("sv"))
                .containsExactly("Inte ännu", "Ibland", "Oftast");
        assertThat(sheet.getLast().wording(PARTICIPANT).steps())
                .extracting(step -> step.in("en"))
                .contains("Yes, on my own");
    }

    @Test
    void helpIsLeftOutWhereTheFileHasNone() {
        Item sleep = ExampleInstrument.instrument().items().getFirst();

        assertThat(sleep.wording(PARTICIPANT).help()).isNotNull();
        assertThat(sleep.wording(CASEWORKER).help()).isNull();
    }

    @Test
    void wordsThatYamlTakesForSomethingElseAreReadAsWritten() {
        Instrument read = ExampleInstrument.accepted(
                ExampleInstrument.yaml().replace("{sv: Ibland, en: Sometimes}", "{sv: 010, en: no}"));

        LocalizedText step =
                read.items().getFirst().wording(PARTICIPANT).steps().get(1);
        assertThat(step.in("sv")).isEqualTo("010");
        assertThat(step.in("en")).isEqualTo("no");
    }

    @Test
    void aFileFromWindowsReadsTheSame() {
        String windows = "\uFEFF" + ExampleInstrument.yaml().replace("\n", "\r\n");

        assertThat(ExampleInstrument.accepted(windows)).isEqualTo(ExampleInstrument.instrument());
    }

    // Fields

    @Test
    void aMissingFieldIsToldAtWhatLacksIt() {
        assertFaults("key: small-steps\nversion: 1", HERE + "version: 1", FileFault.MISSING_FIELD);
        assertFaults("  - key: own-belief\n    name:", "  - " + HERE + "name:", FileFault.MISSING_FIELD);
        assertFaults(
                "    name: {sv: Vardagen, en: Everyday life}\n"
                        + "    help: {sv: Hur vardagen fungerar., en: How everyday life works.}",
                "    help: {sv: Hur vardagen fungerar., en: How everyday life works.}",
                "- key: everyday-life\n    help",
                "- " + HERE + "key: everyday-life\n    help",
                FileFault.MISSING_FIELD);
    }

    @Test
    void anUnknownFieldIsToldWithTheNearestKnownOne() {
        Problem problem = assertFaults(
                        "languages: [sv, en]",
                        "languages: [sv, en]\n" + HERE + "langauges: [sv]",
                        FileFault.UNKNOWN_FIELD_NEAR)
                .getFirst();

        assertThat(problem.arguments()).containsExactly("langauges", "languages");
        assertThat(problem).hasToString("line 4: langauges is not a known field; did you mean “languages”?");
    }

    @Test
    void anUnknownFieldLikeNoOtherIsToldWithThoseThatAreKnown() {
        Problem problem = assertFaults(
                        "      help:\n", "      " + HERE + "colour: red\n      help:\n", FileFault.UNKNOWN_FIELD)
                .getFirst();

        assertThat(problem.text())
                .isEqualTo("items › sleep › participant › colour is not a known field; those here are: question, help,"
                        + " steps");
    }

    @Test
    void aRepeatedFieldIsToldWhereItComesAgain() {
        assertFaults("version: 1", "version: 1\n" + HERE + "version: 2", FileFault.DUPLICATE_FIELD);
        assertFaults("{sv: Vardagen, en", "{sv: Vardagen, " + HERE + "sv: Livet, en", FileFault.DUPLICATE_FIELD);
    }

    // Types

    @Test
    void aValueOfTheWrongKindIsToldAtItsField() {
        assertFaults("version: 1", HERE + "version: one", FileFault.EXPECTED_NUMBER);
        assertFaults("version: 1", HERE + "version: '1'", FileFault.EXPECTED_NUMBER);
        assertFaults("version: 1", HERE + "version: 1.5", FileFault.EXPECTED_NUMBER);
        assertFaults("key: small-steps", HERE + "key: [a]", FileFault.EXPECTED_TEXT);
        assertFaults("name: {sv: Små steg, en: Small steps}", HERE + "name: Små steg", FileFault.EXPECTED_LANGUAGES);
        assertFaults("scoring: {method: mean, fewest-answers: 1}", HERE + "scoring: mean", FileFault.EXPECTED_FIELDS);
        assertFaults("""
            caseworker:
              question:
                sv: Sover personen så att dagen fungerar?
                en: Does the person sleep enough for the day to work?
            """.indent(4), "    " + HERE + "caseworker:\n", FileFault.EXPECTED_FIELDS);
        assertFaults("- {sv: Ibland, en: Sometimes}", "- " + HERE + "Ibland", FileFault.EXPECTED_LANGUAGES);
        assertFaults("languages: [sv, en]", HERE + "languages: sv", FileFault.EXPECTED_LIST);
        assertFaults(
                "name: {sv: Små steg",
                "name: {[a]: b, sv: Små steg".replace("[a]", HERE + "[a]"),
                FileFault.EXPECTED_FIELDS);
    }

    @Test
    void aFileThatIsNoInstrumentAtAllIsToldOnce() {
        assertFaultsIn(HERE + "- a\n- b\n", FileFault.EXPECTED_FIELDS);
        assertFaultsIn(HERE + "hello\n", FileFault.EXPECTED_FIELDS);
    }

    @Test
    void aNumberOffItsRangeIsToldWithTheRange() {
        assertThat(assertFaults("highest: 3", HERE + "highest: 11", FileFault.OUT_OF_RANGE)
                        .getFirst()
                        .text())
                .isEqualTo("scale › highest should be from 2 to 10");
        assertFaults("highest: 3", HERE + "highest: 1", FileFault.OUT_OF_RANGE);
        assertFaults("version: 1", HERE + "version: 0", FileFault.OUT_OF_RANGE);
        assertFaults("version: 1", HERE + "version: -1", FileFault.OUT_OF_RANGE);
    }

    @Test
    void anUnknownWayOfScoringIsTold() {
        assertFaults("{method: mean,", "{" + HERE + "method: sum,", FileFault.NOT_A_CHOICE);
    }

    @Test
    void anEmptyListIsTold() {
        assertFaults("languages: [sv, en]", HERE + "languages: []", FileFault.LIST_LENGTH);
    }

    // Texts and languages

    @Test
    void aTextThatLacksALanguageIsToldAtTheText() {
        Problem problem = assertFaults(
                        "name: {sv: Vardagen, en: Everyday life}",
                        HERE + "name: {en: Everyday life}",
                        FileFault.MISSING_LANGUAGE)
                .getFirst();

        assertThat(problem).hasToString("line 18: dimensions › everyday-life › name has no text in “sv”");
        assertThat(problem.key()).isEqualTo("definition.fault.missing-language");
        assertThat(problem.arguments()).containsExactly("dimensions › everyday-life › name", "sv");
    }

    @Test
    void aLanguageThatATextLeavesOutIsToldWhereverTextsAre() {
        assertFaults(", en: Free to use.", "", "rights:", HERE + "rights:", FileFault.MISSING_LANGUAGE);
        assertFaults("- {sv: Ibland, en: Sometimes}", "- " + HERE + "{sv: Ibland}", FileFault.MISSING_LANGUAGE);
        assertFaults(
                "- sv: Ja, med stöd\n          en: Yes, with support",
                "- " + HERE + "sv: Ja, med stöd",
                FileFault.MISSING_LANGUAGE);
        assertFaults(
                "      help:\n        sv: Tänk på den senaste veckan.\n        en:",
                "      " + HERE + "help:\n        sv:",
                FileFault.MISSING_LANGUAGE);
    }

    @Test
    void anEmptyTextIsToldAtItsLanguage() {
        assertFaults("sv: Vardagen", HERE + "sv: ''", FileFault.EMPTY_TEXT);
        assertFaults("sv: Vardagen", HERE + "sv: ~", FileFault.EMPTY_TEXT);
        assertFaults("sv: Vardagen", HERE + "sv:", FileFault.EMPTY_TEXT);
    }

    @Test
    void aTextInAnotherLanguageThanTheInstrumentsIsTold() {
        assertFaults("sv: Vardagen", "sv: Vardagen, " + HERE + "fi: Arki", FileFault.UNDECLARED_LANGUAGE);
    }

    @Test
    void anInstrumentIsAlwaysInSwedish() {
        String english =
                ExampleInstrument.yaml().replaceAll("sv: [^}\n]*\n *", "").replaceAll("sv: [^,}]*, ", "");

        assertFaultsIn(english.replace("languages: [sv, en]", HERE + "languages: [en]"), FileFault.NO_SWEDISH);
    }

    @Test
    void aLanguageIsATagAndGivenOnce() {
        assertFaults("[sv, en]", "[sv, en, " + HERE + "Svenska]", FileFault.BAD_LANGUAGE);
        assertFaults("[sv, en]", "[sv, en, " + HERE + "sv]", FileFault.DUPLICATE_LANGUAGE);
    }

    @Test
    void languagesThatNobodyHasReviewedAreSomeOfThoseOffered() {
        assertThat(ExampleInstrument.instrument().unreviewed()).isEmpty();
        assertThat(ExampleInstrument.accepted(replaced(
                                ExampleInstrument.yaml(),
                                "languages: [sv, en]",
                                "languages: [sv, en]\nunreviewed: [en]"))
                        .unreviewed())
                .containsExactly("en");
        assertFaultsIn(
                replaced(
                        ExampleInstrument.yaml(),
                        "languages: [sv, en]",
                        "languages: [sv, en]\nunreviewed: [en, " + HERE + "so, " + HERE + "en, " + HERE + "Ar]"),
                FileFault.LANGUAGE_NOT_OFFERED,
                FileFault.DUPLICATE_LANGUAGE,
                FileFault.BAD_LANGUAGE);
    }

    @Test
    void whatOnlyTheStaffMeetNeedsTheLanguagesOfTheStaffOnly() {
        String somali = ExampleInstrument.yaml()
                .replace("[sv, en]", "[sv, en, so]")
                .replaceAll("(?m)en: ([^}\n]*)(}|$)", "en: $1, so: Qoraal$2")
                .replaceAll("(?m)^( +)en: (.*), so: Qoraal$", "$1en: $2\n$1so: Qoraal")
                .replaceAll("(description|rights|source): \\{(.*), so: Qoraal}", "$1: {$2}")
                .replace("for the day to work?\n        so: Qoraal", "for the day to work?");

        Instrument read = ExampleInstrument.accepted(somali);

        Item sleep = read.items().getFirst();
        assertThat(sleep.wording(PARTICIPANT).question().in("so")).isEqualTo("Qoraal");
        assertThat(sleep.wording(CASEWORKER).question().in("so")).startsWith("Sover personen");
        assertThat(read.rights().texts()).containsOnlyKeys("sv", "en");
        assertFaultsIn(
                somali.replace(
                                "name: {sv: Vardagen, en: Everyday life, so: Qoraal}",
                                HERE + "name: {sv: Vardagen, en: Everyday life}")
                        .replace(
                                "rights: {sv: Fritt att använda., en: Free to use.}",
                                HERE + "rights: {sv: Fritt att använda.}"),
                FileFault.MISSING_LANGUAGE,
                FileFault.MISSING_LANGUAGE);
    }

    // The smallest change

    @Test
    void theSmallestChangeIsOneStepUnlessTheInstrumentOrTheDimensionSaysOtherwise() {
        assertThat(ExampleInstrument.instrument().dimensions())
                .extracting(Dimension::smallestChange)
                .containsExactly(1.0, 1.0);
        String own = replaced(ExampleInstrument.yaml(), "dimensions:", "smallest-change: 0.5\ndimensions:");
        own = replaced(own, "scoring: {method: median", "smallest-change: 2\n    scoring: {method: median");

        assertThat(ExampleInstrument.accepted(own).dimensions())
                .extracting(Dimension::smallestChange)
                .containsExactly(0.5, 2.0);
    }

    @Test
    void aSmallestChangeIsMoreThanNothingAndFitsOnTheScale() {
        for (String wrong : List.of("0", "0.00", "2.01", "900")) {
            assertFaults("dimensions:", HERE + "smallest-change: " + wrong + "\ndimensions:", FileFault.OUT_OF_RANGE);
        }
        for (String wrong : List.of("-1", "'1'", "half", "0.123", "1e0", "[1]", "")) {
            assertFaults(
                    "dimensions:", HERE + "smallest-change: " + wrong + "\ndimensions:", FileFault.EXPECTED_DECIMAL);
        }
        assertThat(assertFaults(
                                "    scoring: {method: median",
                                "    " + HERE + "smallest-change: 3\n    scoring: {method: median",
                                FileFault.OUT_OF_RANGE)
                        .getFirst()
                        .text())
                .isEqualTo("dimensions › own-belief › smallest-change should be from 0.01 to 2");
    }

    @Test
    void aDifferenceBelowTheSmallestChangeIsNoChange() {
        LocalizedText text = LocalizedText.of("sv", "Text");
        Dimension third = new Dimension("a", text, text, new Scoring(Scoring.Method.MEAN, 1), 1 / 3.0);

        assertThat(third.isChange(3 - 8 / 3.0)).isTrue();
        assertThat(third.isChange(8 / 3.0 - 3)).isTrue();
        assertThat(third.isChange(0.33)).isFalse();
        assertThat(third.isChange(0)).isFalse();
    }

    // What must hold among the fields

    @Test
    void everyStepOfTheScaleHasAText() {
        Problem problem = assertFaults(
                        "  steps:                    #",
                        "  " + HERE + "steps: #",
                        "\n    - {sv: Oftast, en: Mostly}",
                        "",
                        InstrumentFault.WRONG_STEP_COUNT)
                .getFirst();

        assertThat(problem.text())
                .isEqualTo("scale › steps has 2 texts but the scale has 3 steps, and every step needs its text");
    }

    @Test
    void allQuestionsKeepToTheOneScale() {
        assertFaults(
                "      steps:\n",
                "      " + HERE + "steps:\n",
                "- sv: Ja, med",
                "- {sv: Kanske, en: Maybe}\n        - sv: Ja, med",
                InstrumentFault.WRONG_STEP_COUNT);
    }

    @Test
    void aQuestionHasStepsWhenTheScaleHasNoTexts() {
        String bare = ExampleInstrument.yaml().replaceFirst("(?s)  steps: +#.*?\n\n", "\n");

        assertFaultsIn(
                bare.replace(
                                "participant:\n      question:\n        sv: Sover",
                                HERE + "participant:\n      question:\n        sv: Sover")
                        .replace("caseworker:", HERE + "caseworker:"),
                FileFault.MISSING_FIELD,
                FileFault.MISSING_FIELD);
    }

    @Test
    void aKeyUsedTwiceIsToldWhereItComesAgain() {
        assertFaults(
                "- key: sleep",
                "- key: own-belief",
                "- key: own-belief\n    dimension: own-belief",
                "- " + HERE + "key: own-belief\n    dimension: own-belief",
                FileFault.DUPLICATE_KEY);
        assertFaults(
                "items:",
                "  - " + HERE
                        + "key: own-belief\n"
                        + "    name: {sv: a, en: b}\n"
                        + "    help: {sv: a, en: b}\n"
                        + "    scoring: {method: mean, fewest-answers: 1}\n"
                        + "items:",
                FileFault.DUPLICATE_KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Small", "1st", "two words", "å", "a_b"})
    void aKeyCanStandInAddresses(String key) {
        assertFaults("key: small-steps", HERE + "key: " + key, FileFault.BAD_KEY);
    }

    @Test
    void anItemOfAnUnknownDimensionIsToldWithTheNearestKnownOne() {
        Problem problem = assertFaults(
                        "participant:\n      question:\n        sv: Sover",
                        "participant:\n      question:\n        sv: Sover",
                        "  - key: sleep",
                        "  - key: nap\n    " + HERE
                                + "dimension: everyday-live\n"
                                + "    participant: {question: {sv: a, en: b}}\n"
                                + "  - key: sleep",
                        InstrumentFault.UNKNOWN_DIMENSION_NEAR)
                .getFirst();

        assertThat(problem.arguments()).containsExactly("items › nap › dimension", "everyday-live", "everyday-life");
    }

    @Test
    void aDimensionWithoutItemIsTold() {
        assertFaults(
                "    dimension: own-belief",
                "    " + HERE + "dimension: money",
                "  - key: own-belief\n    name",
                "  - " + HERE + "key: own-belief\n    name",
                InstrumentFault.DIMENSION_WITHOUT_ITEM,
                InstrumentFault.UNKNOWN_DIMENSION);
    }

    @Test
    void anItemIsPutToSomebody() {
        assertFaults(
                "  - key: sleep",
                "  - " + HERE + "key: nap\n    dimension: everyday-life\n  - key: sleep",
                InstrumentFault.NO_RESPONDENT);
    }

    @Test
    void noRespondentIsAskedTooLittleForAScore() {
        Problem problem = assertFaults(
                        "{method: median, fewest-answers: 1}",
                        "{method: median, " + HERE + "fewest-answers: 2}",
                        InstrumentFault.TOO_FEW_ITEMS)
                .getFirst();

        assertThat(problem.text())
                .isEqualTo("dimensions › own-belief › scoring › fewest-answers is 2, but the number of items put to the"
                        + " participant here is 1: there could never be a score");
    }

    // All at once

    @Test
    void allFaultsAreToldAtOnceInTheOrderOfTheFile() {
        String faulty = ExampleInstrument.yaml()
                .replace("version: 1", HERE + "version: none")
                .replace("rights: {sv: Fritt att använda., en: Free to use.}", HERE + "rights: {en: Free to use.}")
                .replace("highest: 3", HERE + "highest: 30")
                .replace("{sv: Vardagen, en: Everyday life}", "{" + HERE + "sv: '', en: Everyday life}")
                .replace("method: median", HERE + "method: total")
                .replace("      help:\n", "      " + HERE + "hepl:\n")
                .replace(
                        "sv: Det är svårt att tro på just nu\n          en: It is hard to believe just now",
                        HERE + "Nej");

        assertFaultsIn(
                faulty,
                FileFault.EXPECTED_NUMBER,
                FileFault.MISSING_LANGUAGE,
                FileFault.OUT_OF_RANGE,
                FileFault.EMPTY_TEXT,
                FileFault.NOT_A_CHOICE,
                FileFault.UNKNOWN_FIELD_NEAR,
                FileFault.EXPECTED_LANGUAGES);
    }

    @Test
    void aFileOfOneFieldLacksAllTheOthers() {
        assertThat(problemsOf("key: a\n"))
                .hasSize(9)
                .allMatch(problem -> problem.line() == 1 && problem.fault() == FileFault.MISSING_FIELD);
    }

    // Files that should not be looked into

    @Test
    void brokenYamlIsToldAtTheLineOfTheParser() {
        assertFaults("version: 1", "version: 1\nnote: a" + HERE + ": b", FileFault.SYNTAX);
        List<Problem> tab = problemsOf("key: a\n\tversion: 1\n");
        assertThat(tab).singleElement().satisfies(problem -> {
            assertThat(problem.fault()).isEqualTo(FileFault.SYNTAX);
            assertThat(problem.line()).isEqualTo(2);
        });
    }

    @Test
    void aSecondDocumentInTheFileIsRefused() {
        List<Problem> problems = problemsOf("key: a\n---\nkey: b\n");

        assertThat(problems)
                .singleElement()
                .extracting(Problem::line, Problem::fault)
                .containsExactly(2, FileFault.SYNTAX);
    }

    @Test
    void anchorsAliasesAndTagsAreRefusedWhereTheyStand() {
        assertFaultsIn("key: " + HERE + "&a x\nname: " + HERE + "*a\n", FileFault.REFERENCE, FileFault.REFERENCE);
        assertFaultsIn(
                "key: " + HERE + "!!java.net.URL [x]\nname: " + HERE + "!!str x\n", FileFault.TAG, FileFault.TAG);
    }

    @Test
    @Timeout(5)
    void aFileThatUnfoldsIntoBillionsIsRefusedAtOnce() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }

        assertThat(problemsOf(bomb.toString()))
                .isNotEmpty()
                .allMatch(problem -> problem.fault() == FileFault.REFERENCE);
    }

    @Test
    void aFileNestedWithoutEndIsRefused() {
        assertThat(problemsOf("key:\n  " + "[".repeat(5000) + "]".repeat(5000)))
                .extracting(Problem::line, Problem::fault)
                .containsExactly(tuple(2, FileFault.TOO_DEEP));
    }

    @Test
    void aFileOfMoreThan256KBIsRefusedWhateverItHolds() {
        String filler = "# å\n".repeat(256 * 1024 / 5);

        assertThat(problemsOf(ExampleInstrument.yaml() + filler))
                .extracting(Problem::fault)
                .containsExactly(FileFault.TOO_LARGE);
        assertThat(InstrumentReader.read(ExampleInstrument.yaml() + filler.substring(0, 4 * 50_000)))
                .isInstanceOf(InstrumentReading.Accepted.class);
    }

    @Test
    @Timeout(10)
    void aFileOfNothingButFaultsIsRefusedWithAListThatCanBeRead() {
        assertThat(problemsOf("? x\n".repeat(60_000))).hasSizeBetween(1, 500);
        assertThat(problemsOf("items:\n" + "- a\n".repeat(60_000))).hasSizeBetween(1, 500);
        assertThat(problemsOf("k".repeat(1000) + ": x"))
                .allMatch(problem -> problem.text().length() < 400);
    }

    @Test
    void controlCharactersAreRefusedWhereTheyStand() {
        assertFaults("Vardagen", "Var" + HERE + "\u0007dagen", FileFault.CONTROL_CHARACTER);
        assertFaults("Vardagen", "Var" + HERE + "\u0085dagen", FileFault.CONTROL_CHARACTER);
        assertThat(problemsOf("a: 1\r\nb: \u0000")).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(2);
            assertThat(problem.column()).isEqualTo(4);
            assertThat(problem.text()).isEqualTo("the file holds the control character U+0000; remove it");
        });
    }

    @Test
    void aFileThatIsNotUtf8IsRefused() {
        assertFaults("Små steg", "Sm" + HERE + "\uFFFD steg", FileFault.NOT_UTF_8);
        assertFaults("Små steg", "Sm" + HERE + "\uD800 steg", FileFault.NOT_UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "# only a comment\n"})
    void anEmptyFileIsTold(String file) {
        assertThat(problemsOf(file)).extracting(Problem::fault).containsExactly(FileFault.EMPTY_FILE);
    }

    static Stream<Fault> everyFault() {
        return Stream.concat(Stream.of(FileFault.values()), Stream.of(InstrumentFault.values()));
    }

    @ParameterizedTest
    @MethodSource("everyFault")
    void everyFaultSaysSomethingInEnglish(Fault fault) {
        Problem problem = new Problem(3, 1, fault, List.of("here", "one", "two", "three"));

        assertThat(problem.text()).isNotBlank().doesNotContain("{", "}");
        assertThat(problem.key()).matches("(definition|instrument)\\.fault\\.[a-z0-9-]+");
    }

    @Test
    void readingNeverFailsHoweverTheFileIsCut() {
        String example = ExampleInstrument.yaml();

        for (int end = 0; end < example.length(); end += 7) {
            String cut = example.substring(0, end);
            assertThatCode(() -> InstrumentReader.read(cut))
                    .as("cut at %d", end)
                    .doesNotThrowAnyException();
            String holed = cut + example.substring(Math.min(example.length(), end + 5));
            assertThatCode(() -> InstrumentReader.read(holed))
                    .as("hole at %d", end)
                    .doesNotThrowAnyException();
        }
    }

    // How to read these tests: replace in the example, and expect one problem per mark, there and nowhere else.

    private static List<Problem> assertFaults(String original, String changed, Fault fault) {
        return assertFaultsIn(replaced(ExampleInstrument.yaml(), original, changed), fault);
    }

    private static List<Problem> assertFaults(
            String original, String changed, String original2, String changed2, Fault... faults) {
        return assertFaultsIn(
                replaced(replaced(ExampleInstrument.yaml(), original, changed), original2, changed2), faults);
    }

    private static String replaced(String text, String original, String changed) {
        assertThat(text).contains(original);
        int at = text.indexOf(original);
        return text.substring(0, at) + changed + text.substring(at + original.length());
    }

    private static List<Problem> assertFaultsIn(String marked, Fault... faults) {
        List<Problem> problems = problemsOf(marked.replace(HERE, ""));
        assertThat(problems).extracting(Problem::fault).as("%s", problems).containsExactly(faults);
        assertThat(problems)
                .extracting(problem -> problem.line() + ":" + problem.column())
                .as("%s", problems)
                .containsExactlyElementsOf(marks(marked));
        return problems;
    }

    private static List<String> marks(String marked) {
        List<String> places = new ArrayList<>();
        List<String> lines = Arrays.asList(marked.split("\n", -1));
        for (int line = 0; line < lines.size(); line++) {
            String text = lines.get(line);
            int column = text.indexOf(HERE);
            for (int earlier = 0; column >= 0; earlier++) {
                places.add((line + 1) + ":" + (column - earlier + 1));
                column = text.indexOf(HERE, column + 1);
            }
        }
        return places;
    }

    private static List<Problem> problemsOf(String yaml) {
        return switch (InstrumentReader.read(yaml)) {
            case InstrumentReading.Refused(List<Problem> problems) -> problems;
            case InstrumentReading.Accepted ignored -> throw new AssertionError("was accepted");
        };
    }
}
