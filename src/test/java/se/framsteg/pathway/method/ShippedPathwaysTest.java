package se.framsteg.pathway.method;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import se.framsteg.shared.definition.LocalizedText;

/** That what ships is as complete as its source: the MIA project's overview of methods, and Finsam's article on Progress. */
class ShippedPathwaysTest {
    private static final Path FOLDER = Path.of("src/main/resources/pathways");

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    private static Pathway pathway(String name) {
        return read(FOLDER.resolve("framsteg-" + name + "-1.yaml"));
    }

    private static Pathway read(Path file) {
        return ExamplePathway.accepted(ExamplePathway.read(file));
    }

    /** What the source counts. */
    @ParameterizedTest
    @CsvSource(textBlock = """
        # pathway,               list,             counted
        case-management,         models,           6
        case-management,         principles,       5
        case-management,         tasks,            9
        case-management,         life-areas,       6
        supported-employment,    values,           8
        supported-employment,    starting-points,  5
        supported-employment,    indicators,       10
        ips,                     principles,       8
        ips,                     fidelity,         3
        supported-education,     principles,       8
        supported-education,     purposes,         3
        boston,                  contact-skills,   5
        boston,                  readiness,        5
        boston,                  life-areas,       4
        boston,                  goal-parts,       3
        individsamverkansteam,   team,             6
        individsamverkansteam,   parts,            2
        asf,                     marks,            4
        asf,                     participation,    3
        mi,                      spirit,           4
        mi,                      tools,            4
        mi,                      principles,       11
        """)
    void everyListHasAsManyPointsAsTheSourceCounts(String name, String list, int counted) {
        assertThat(pathway(name).lists())
                .filteredOn(one -> one.key().equals(list))
                .singleElement()
                .satisfies(one -> assertThat(one.points()).hasSize(counted));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        # pathway,               stages in turn,                                                      alongside
        case-management,         relation plan coordination work follow-up,                           resource-group
        supported-employment,    agreement profile job-search employer support,                       ''
        ips,                     agreement profile job-search employer support,                       benefits disclosure
        supported-education,     choose get keep,                                                     ''
        boston,                  contact pre-rehabilitation diagnosis planning intervention,          problem-solving
        individsamverkansteam,   consultation joint-plan get-to-know group onwards,                   ''
        asf,                     find begin take-part onwards,                                        ''
        mi,                      '',                                                                  ''
        """)
    void everyPathwayHasTheStagesOfTheSourceInItsOrder(String name, String inTurn, String alongside) {
        assertThat(keys(pathway(name).inTurn())).isEqualTo(inTurn);
        assertThat(keys(pathway(name).alongside())).isEqualTo(alongside);
    }

    private static String keys(List<Stage> stages) {
        return String.join(" ", stages.stream().map(Stage::key).toList());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        # pathway,               stage,                activities
        supported-education,     choose,               goal school apply
        supported-education,     get,                  plan finances skills
        supported-education,     keep,                 support adaptations
        boston,                  pre-rehabilitation,   assess develop
        boston,                  diagnosis,            goal functional-assessment resource-assessment
        boston,                  planning,             plan
        boston,                  intervention,         skills resources
        ips,                     disclosure,           not-required weigh what again
        individsamverkansteam,   get-to-know,          meetings training
        individsamverkansteam,   group,                group lectures work-training connect
        """)
    void theStagesThatTheSourceDividesHaveItsParts(String name, String stage, String activities) {
        assertThat(pathway(name).stages())
                .filteredOn(one -> one.key().equals(stage))
                .singleElement()
                .satisfies(one -> assertThat(String.join(
                                " ", one.activities().stream().map(Point::key).toList()))
                        .isEqualTo(activities));
    }

    @Test
    void chooseGetKeepHasEightActivitiesInAll() {
        assertThat(pathway("supported-education").stages().stream()
                        .mapToInt(stage -> stage.activities().size())
                        .sum())
                .isEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        # pathway,               worksheets
        case-management,         about-me my-plan my-goal work-thoughts my-resource-group
        supported-employment,    my-agreement vocational-profile job-search-plan employer-agreement support-plan
        ips,                     my-agreement vocational-profile job-search-plan employer-agreement support-plan my-money what-i-tell
        supported-education,     study-goal compare-schools study-plan study-money study-skills study-support
        boston,                  our-contact my-readiness growing-ready my-goal my-skills my-resources my-rehabilitation-plan skill-practice resource-building problem-solving
        individsamverkansteam,   my-start my-body after-the-meeting my-work-training my-next-step
        asf,                     visit-company my-work-here my-part
        mi,                      my-own-words
        """)
    void everyPathwayHasItsWorksheets(String name, String worksheets) {
        assertThat(String.join(
                        " ",
                        pathway(name).worksheets().stream().map(Worksheet::key).toList()))
                .isEqualTo(worksheets);
    }

    @Test
    void everyStageOfBostonHasAWorksheet() {
        assertThat(pathway("boston").stages())
                .allSatisfy(stage -> assertThat(stage.worksheets()).isNotEmpty());
    }

    @Test
    void aGoalOfBostonIsNotWholeWithoutRoleEnvironmentAndPeriod() {
        assertThat(pathway("boston").worksheet("my-goal").orElseThrow().fields())
                .filteredOn(Worksheet.Field::needed)
                .extracting(Worksheet.Field::key)
                .containsExactly("role", "environment", "period");
    }

    @Test
    void thePersonJudgesTheSameFiveAspectsOfReadinessAsTheCoachReadsOf() {
        var boston = pathway("boston");
        var aspects = boston.lists().stream()
                .filter(list -> list.key().equals("readiness"))
                .flatMap(list -> list.points().stream())
                .map(Point::key)
                .toList();

        assertThat(boston.worksheet("my-readiness").orElseThrow().fields())
                .filteredOn(field -> field.kind() == Worksheet.Kind.SCALE)
                .extracting(Worksheet.Field::key)
                .containsExactlyElementsOf(aspects);
    }

    @Test
    void modelsAreChosenAmongAndPrinciplesAllHold() throws IOException {
        assertThat(files())
                .flatExtracting(file -> read(file).lists().stream()
                        .filter(PointList::choose)
                        .map(PointList::key)
                        .toList())
                .containsExactlyInAnyOrder("models", "life-areas");
    }

    @Test
    void thePlansOfSupportedEmploymentAreTheSameInIps() {
        var se = pathway("supported-employment");
        for (var sheet : List.of("vocational-profile", "job-search-plan", "employer-agreement", "support-plan")) {
            assertThat(pathway("ips").worksheet(sheet)).as(sheet).isEqualTo(se.worksheet(sheet));
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFileIsWholeAndNamedAfterItsKeyAndVersion(Path file) {
        var pathway = read(file);

        assertThat(file.getFileName()).hasToString(pathway.key() + "-" + pathway.version() + ".yaml");
        assertThat(pathway.key()).startsWith("framsteg-");
        assertThat(pathway.languages()).containsExactly("sv", "en");
        assertThat(pathway.rights().in("sv")).contains("Framstegs egna");
    }

    @ParameterizedTest
    @MethodSource("files")
    void whatACoachNeedsInATalkIsInEveryStage(Path file) {
        assertThat(read(file).stages()).allSatisfy(stage -> {
            assertThat(stage.prompts()).as("%s prompts", stage.key()).hasSizeBetween(2, 4);
            assertThat(stage.reached()).as("%s reached", stage.key()).isNotEmpty();
            assertThat(stage.activities()).as("%s activities", stage.key()).isNotEmpty();
            assertThat(stage.time()).as("%s time", stage.key()).isNotNull();
        });
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyWorksheetBelongsInAStageWhereThereAreAny(Path file) {
        var pathway = read(file);
        var used = new LinkedHashSet<String>();
        pathway.stages().forEach(stage -> used.addAll(stage.worksheets()));

        if (!pathway.stages().isEmpty()) {
            assertThat(used)
                    .containsExactlyInAnyOrderElementsOf(
                            pathway.worksheets().stream().map(Worksheet::key).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void aWorksheetSpeaksToThePersonAndFitsOnAPhone(Path file) {
        for (var sheet : read(file).worksheets()) {
            assertThat(sheet.fields()).as(sheet.key()).hasSizeBetween(4, 12);
            for (var field : sheet.fields()) {
                var question = field.question().in("sv");
                assertThat(question).as(sheet.key()).matches(".{5,110}[?.]").doesNotContain("personen", "deltagaren");
                assertThat(field.choices())
                        .extracting(choice -> choice.in("sv"))
                        .allMatch(choice -> choice.length() <= 60)
                        .doesNotHaveDuplicates();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void promptsAreQuestionsAndNoTextShoutsOrIsLeftUntranslated(Path file) {
        var texts = texts(read(file));
        texts.forEach((place, text) -> {
            for (var language : List.of("sv", "en")) {
                assertThat(text.in(language))
                        .as(place)
                        .doesNotContain("!", "  ", "'")
                        .doesNotContain("\"");
            }
            if (text.in("sv").length() > 30) {
                assertThat(text.in("en")).as(place).isNotEqualTo(text.in("sv"));
            }
            if (place.contains("prompts")) {
                assertThat(text.in("sv")).as(place).matches(".*[?.…]");
            }
        });
        assertThat(texts).hasSizeGreaterThan(50);
    }

    /** What is read between two meetings has no sentence that has to be read twice. */
    @ParameterizedTest
    @MethodSource("files")
    void noSentenceIsLong(Path file) {
        texts(read(file)).forEach((place, text) -> {
            for (var sentence : text.in("sv").split("(?<=[.?])\\s")) {
                assertThat(sentence.split("\\s+").length)
                        .as("%s: %s", place, sentence)
                        .isLessThanOrEqualTo(40);
            }
        });
    }

    private static Map<String, LocalizedText> texts(Pathway pathway) {
        var texts = new LinkedHashMap<String, LocalizedText>();
        texts.put("about", pathway.about());
        add(texts, "notes", pathway.notes());
        pathway.lists().forEach(list -> {
            add(texts, list.key(), Stream.ofNullable(list.about()).toList());
            add(texts, list.key() + " points", list.points());
        });
        pathway.stages().forEach(stage -> {
            add(texts, stage.key(), Stream.of(stage.about(), stage.time()).toList());
            add(texts, stage.key() + " activities", stage.activities());
            add(texts, stage.key() + " prompts", stage.prompts());
            add(texts, stage.key() + " reached", stage.reached());
            add(texts, stage.key() + " notes", stage.notes());
        });
        pathway.worksheets().forEach(sheet -> {
            texts.put(sheet.key() + " about", sheet.about());
            sheet.fields().forEach(field -> {
                var all = new ArrayList<LocalizedText>();
                all.add(field.question());
                Stream.ofNullable(field.help()).forEach(all::add);
                all.addAll(field.choices());
                add(texts, sheet.key() + " " + field.key(), all);
            });
        });
        return texts;
    }

    private static void add(Map<String, LocalizedText> texts, String place, List<?> entries) {
        for (int i = 0; i < entries.size(); i++) {
            switch (entries.get(i)) {
                case LocalizedText text -> texts.put(place + " " + (i + 1), text);
                case Point point -> {
                    texts.put(place + " " + point.key(), point.name());
                    add(
                            texts,
                            place + " " + point.key(),
                            Stream.ofNullable(point.about()).toList());
                    add(texts, place + " " + point.key() + " prompts", point.prompts());
                }
                default -> throw new IllegalStateException(place);
            }
        }
    }
}
