package se.framsteg.assessment.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static se.framsteg.assessment.instrument.Respondent.CASEWORKER;
import static se.framsteg.assessment.instrument.Respondent.PARTICIPANT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.framsteg.shared.definition.LocalizedText;

class ShippedInstrumentsTest {

    private static final Path FOLDER = Path.of("src/main/resources/instruments");

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    private static Instrument read(Path file) {
        return ExampleInstrument.accepted(ExampleInstrument.read(file));
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFileIsAValidInstrumentNamedByKeyAndVersion(Path file) {
        Instrument instrument = read(file);

        assertThat(file.getFileName()).hasToString(instrument.key() + "-" + instrument.version() + ".yaml");
        assertThat(instrument.languages()).containsExactly("sv", "en", "ar", "so", "uk", "fa");
        assertThat(instrument.unreviewed()).containsExactly("ar", "so", "uk", "fa");
    }

    /** A text pasted under the wrong language would still be there, so its script is looked at. */
    @ParameterizedTest
    @MethodSource("files")
    void whatTheParticipantMeetsIsWrittenInTheScriptOfItsLanguage(Path file) {
        for (LocalizedText text : metByTheParticipant(read(file))) {
            assertThat(text.texts()).containsOnlyKeys("sv", "en", "ar", "so", "uk", "fa");
            assertThat(text.in("ar")).matches(".*\\p{IsArabic}.*").doesNotContainPattern("[\\p{IsCyrillic}پچژگکی]");
            assertThat(text.in("fa")).matches(".*\\p{IsArabic}.*").doesNotContainPattern("[\\p{IsCyrillic}ةكي]");
            assertThat(text.in("uk")).matches(".*\\p{IsCyrillic}.*").doesNotContainPattern("[\\p{IsArabic}ыэёъ]");
            assertThat(text.in("so")).doesNotContainPattern("[\\p{IsArabic}\\p{IsCyrillic}åäöpvz]");
        }
    }

    /** All but the name, which is a name. */
    private static List<LocalizedText> metByTheParticipant(Instrument instrument) {
        Stream<LocalizedText> axes =
                instrument.dimensions().stream().flatMap(axis -> Stream.of(axis.name(), axis.help()));
        Stream<LocalizedText> questions = instrument.itemsFor(PARTICIPANT).stream()
                .map(item -> item.wording(PARTICIPANT))
                .flatMap(asked -> Stream.concat(
                        Stream.of(asked.question(), asked.help()).filter(Objects::nonNull), asked.steps().stream()));
        return Stream.concat(axes, questions).toList();
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyWordingIsSaidToBeOurOwnAndNotTheLicensedOriginal(Path file) {
        Instrument instrument = read(file);

        assertThat(instrument.rights().in("sv")).contains("Framstegs egna formuleringar", "De är inte");
        assertThat(instrument.rights().in("en")).contains("Framsteg's own wording", "They are not");
        assertThat(instrument.source().in("sv")).contains("BIP-studien", "Framstegs egna");
    }

    @ParameterizedTest
    @MethodSource("files")
    void stepsFitBesideARadioButtonOnAPhoneAndDifferFromEachOther(Path file) {
        Instrument instrument = read(file);

        for (Respondent respondent : Respondent.values()) {
            for (Item item : instrument.itemsFor(respondent)) {
                for (String language : instrument.languages()) {
                    assertThat(item.wording(respondent).steps())
                            .extracting(step -> step.in(language))
                            .allMatch(step -> step.length() <= 90)
                            .doesNotHaveDuplicates();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void namesOfDimensionsFitAtTheEndOfAnAxis(Path file) {
        Instrument instrument = read(file);

        for (String language : instrument.languages()) {
            assertThat(instrument.dimensions())
                    .extracting(dimension -> dimension.name().in(language))
                    .allMatch(name -> name.length() <= 25)
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void textsSpeakWithoutExclamationMarks(Path file) {
        assertThat(ExampleInstrument.read(file)).doesNotContain("!");
    }

    @Test
    void bipPutsNineQuestionsToTheParticipantAndElevenToTheCaseworker() {
        Instrument bip = read(FOLDER.resolve("framsteg-bip-2.yaml"));

        assertThat(bip.highest()).isEqualTo(5);
        assertThat(bip.dimensions())
                .extracting(Dimension::key)
                .containsExactly(
                        "job-search",
                        "labour-market-knowledge",
                        "health",
                        "cooperation",
                        "goals",
                        "own-belief",
                        "caseworker-belief",
                        "concentration",
                        "making-contact",
                        "network-support",
                        "everyday-life");
        assertThat(bip.itemsFor(CASEWORKER))
                .hasSize(11)
                .extracting(Item::dimension)
                .doesNotHaveDuplicates();
        assertThat(bip.itemsFor(PARTICIPANT))
                .hasSize(9)
                .extracting(Item::dimension)
                .doesNotHaveDuplicates()
                .doesNotContain("caseworker-belief", "making-contact");
    }

    @Test
    void sixAreasPutsTwoQuestionsPerAreaToBothInTenSteps() {
        Instrument six = read(FOLDER.resolve("framsteg-sex-omraden-2.yaml"));

        assertThat(six.highest()).isEqualTo(10);
        assertThat(six.dimensions()).hasSize(6);
        for (Respondent respondent : Respondent.values()) {
            assertThat(six.dimensions())
                    .allSatisfy(dimension -> assertThat(six.itemsFor(respondent))
                            .filteredOn(item -> item.dimension().equals(dimension.key()))
                            .hasSize(2));
        }
    }
}
