package se.framsteg.consent.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import se.framsteg.consent.Kind;
import se.framsteg.shared.Time;

class ConsentTextsTest {
    private static final Path FOLDER = Path.of("src/main/resources/consent");
    private static final String NOT_REVIEWED = "# Not yet reviewed by a native speaker.";

    /** What each version said when it was first used. A better wording is a new version, with a new row here. */
    private static final Map<Integer, String> AS_FIRST_USED = Map.of(1, "bdab0a853073d499", 2, "fec1177567166f3b");

    private static Clock on(LocalDate day) {
        return Clock.fixed(day.atTime(LocalTime.NOON).atZone(Time.SWEDEN).toInstant(), Time.SWEDEN);
    }

    private static List<ConsentTexts.Version> twoVersions() {
        var texts = TextFiles.versions().getFirst().texts();
        return List.of(
                new ConsentTexts.Version(1, LocalDate.of(2026, 1, 1), Optional.of(LocalDate.of(2026, 6, 30)), texts),
                new ConsentTexts.Version(2, LocalDate.of(2026, 6, 1), Optional.empty(), texts));
    }

    @Test
    void everyVersionIsThereInEveryLanguageWithEveryKindThatItNames() {
        assertThat(TextFiles.versions()).isNotEmpty().allSatisfy(version -> {
            assertThat(version.texts()).extracting(ConsentText::code).isEqualTo(TextFiles.LANGUAGES);
            assertThat(version.texts())
                    .allSatisfy(text -> assertThat(text.kinds())
                            .containsOnlyKeys(Arrays.stream(Kind.values())
                                    .filter(kind -> kind.isIn(version.number()))
                                    .toArray(Kind[]::new)));
        });
    }

    @Test
    void theJointPlanIsToldOfFromTheSecondVersionOnWhichIsSignedWhileTheFirstStillMayBe() {
        var texts = new ConsentTexts(TextFiles.versions(), on(LocalDate.of(2026, 11, 27)));
        assertThat(texts.current()).isEqualTo(2);
        assertThat(texts.swedish().kinds()).containsKey(Kind.JOINT_PLAN);
        assertThat(TextFiles.versions().getFirst().texts().getFirst().kinds()).doesNotContainKey(Kind.JOINT_PLAN);
        assertThat(texts.valid(1, LocalDate.of(2027, 5, 27))).isTrue();
        assertThat(texts.valid(1, LocalDate.of(2027, 5, 28))).isFalse();
        assertThat(texts.valid(2, LocalDate.of(2026, 11, 26))).isFalse();
    }

    @Test
    void everyFolderIsAVersion() throws IOException {
        try (var folders = Files.list(FOLDER)) {
            assertThat(folders.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(TextFiles.versions().stream()
                            .map(version -> "v" + version.number())
                            .toList());
        }
    }

    @Test
    void noLanguageIsLeftInAnothers() {
        for (var text : TextFiles.versions().getFirst().texts()) {
            var swedish = text.language().code().equals("sv");
            assertThat(text.explained().choice().contains("å")).as(text.code()).isEqualTo(swedish);
        }
    }

    @Test
    void aWordThatIsMissingEmptyOrTooManyIsAFaultOfTheFile() {
        assertThatThrownBy(() -> new TextFile("prov", without("stop")).text(1, "sv"))
                .hasMessageContaining("prov lacks stop");
        assertThatThrownBy(() -> new TextFile("prov", with("kind.PLAN.name", " ")).text(1, "sv"))
                .hasMessageContaining("prov lacks kind.PLAN.name");
        assertThatThrownBy(() -> new TextFile("prov", with("kind.DREAMS.name", "Drömmar")).text(1, "sv"))
                .hasMessageContaining("kind.DREAMS.name");
    }

    private static Properties words() {
        return TextFiles.read(TextFiles.file(1, "sv"));
    }

    private static Properties with(String key, String word) {
        var words = words();
        words.setProperty(key, word);
        return words;
    }

    private static Properties without(String key) {
        var words = words();
        words.remove(key);
        return words;
    }

    @Test
    void aVersionIsNeverReworded() throws Exception {
        for (var version : TextFiles.versions()) {
            assertThat(fingerprint(version.number()))
                    .as("version %d has been reworded: write the next one instead", version.number())
                    .isEqualTo(AS_FIRST_USED.get(version.number()));
        }
    }

    /** Of the words alone: comments may change. */
    private static String fingerprint(int version) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        for (var code : TextFiles.LANGUAGES) {
            var words = TextFiles.read(TextFiles.file(version, code));
            for (var key : words.stringPropertyNames().stream().sorted().toList()) {
                digest.update((code + " " + key + "=" + words.getProperty(key) + "\n").getBytes(UTF_8));
            }
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 8);
    }

    @Test
    void aTranslationThatNobodyHasReviewedSaysSoInItsFirstLine() throws IOException {
        for (var text : TextFiles.versions().getLast().texts()) {
            var file = FOLDER.resolve("v" + text.version()).resolve(text.code() + ".properties");
            assertThat(Files.readAllLines(file).getFirst().equals(NOT_REVIEWED))
                    .as(file.toString())
                    .isNotEqualTo(text.reviewed());
        }
    }

    @Test
    void aVersionIsValidFromItsFirstDayThroughItsLast() {
        var texts = new ConsentTexts(twoVersions(), on(LocalDate.of(2026, 3, 1)));
        assertThat(texts.valid(1, LocalDate.of(2025, 12, 31))).isFalse();
        assertThat(texts.valid(1, LocalDate.of(2026, 1, 1))).isTrue();
        assertThat(texts.valid(1, LocalDate.of(2026, 6, 30))).isTrue();
        assertThat(texts.valid(1, LocalDate.of(2026, 7, 1))).isFalse();
        assertThat(texts.valid(2, LocalDate.of(2030, 1, 1))).isTrue();
        assertThat(texts.valid(3, LocalDate.of(2026, 6, 15))).isFalse();
        assertThat(texts.valid(0, LocalDate.of(2026, 6, 15))).isFalse();
    }

    @Test
    void theLatestVersionThatIsValidIsTheOneToUse() {
        assertThat(new ConsentTexts(twoVersions(), on(LocalDate.of(2026, 5, 31))).current())
                .isEqualTo(1);
        assertThat(new ConsentTexts(twoVersions(), on(LocalDate.of(2026, 6, 1))).current())
                .isEqualTo(2);
        assertThatThrownBy(() -> new ConsentTexts(twoVersions(), on(LocalDate.of(2025, 6, 1))).current())
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void swedishComesFirstAndEasySwedishIsSwedish() {
        var texts = new ConsentTexts(TextFiles.versions(), Clock.system(Time.SWEDEN));
        assertThat(texts.languages()).startsWith("sv", "sv-lattlast").contains("ar", "fa");
        assertThat(texts.swedish().code()).isEqualTo("sv");
        assertThat(texts.in("sv-lattlast").orElseThrow().language().code()).isEqualTo("sv");
        assertThat(texts.in("ar").orElseThrow().rightToLeft()).isTrue();
        assertThat(texts.in("de")).isEmpty();
    }
}
