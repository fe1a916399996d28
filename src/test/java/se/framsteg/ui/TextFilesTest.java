package se.framsteg.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextFilesTest {
    private static final Path TEXTS = Path.of("src/main/resources/texts");
    private static final Set<String> PARTICIPANTS = Set.of(
            "face",
            "answer",
            "steps",
            "mine",
            "looked",
            "sharing",
            "paper",
            "reminder",
            "own-extract",
            "own-plan",
            "own-evaluation");
    private static final String NOT_REVIEWED = "# Not yet reviewed by a native speaker.";
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");
    private static final Pattern USED_IN_TEMPLATE = Pattern.compile("page\\.t\\(\"([a-z0-9.-]+)\"[,)]");
    private static final Pattern USED_IN_CODE =
            Pattern.compile("fail\\((?:\"[A-Za-z]*\", )?\"([a-z0-9-]+\\.[a-z0-9.-]+)\"|\"notice\", \"([a-z0-9.-]+)\"");

    static List<String> swedishFiles() throws IOException {
        try (Stream<Path> files = Files.list(TEXTS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".properties") && !name.contains("_"))
                    .sorted()
                    .toList();
        }
    }

    /** What participants meet is in all our languages, what only staff meet in Swedish and English. */
    private static List<Language> languages(String file) {
        var participants = PARTICIPANTS.contains(file.replace(".properties", ""));
        return (participants ? Face.PARTICIPANT : Face.STAFF).languages();
    }

    private static String in(Language language, String file) {
        return language == Language.SWEDISH ? file : file.replace(".properties", "_" + language.code() + ".properties");
    }

    @ParameterizedTest
    @MethodSource("swedishFiles")
    void everyTextIsThereInEveryLanguageOfItsFace(String file) throws IOException {
        for (var language : languages(file)) {
            assertThat(read(in(language, file)).keySet())
                    .as(in(language, file))
                    .isEqualTo(read(file).keySet());
        }
    }

    @ParameterizedTest
    @MethodSource("swedishFiles")
    void everyTextHasTheSamePlacesToFillInEveryLanguage(String file) throws IOException {
        var swedish = read(file);
        for (var language : languages(file)) {
            read(in(language, file))
                    .forEach((key, text) -> assertThat(places(text))
                            .as("%s: %s", in(language, file), key)
                            .isEqualTo(places(swedish.getProperty(key.toString(), ""))));
        }
    }

    /** A sentence that tells how to mend something is one with a full stop. */
    @ParameterizedTest
    @MethodSource("swedishFiles")
    void whatIsMissingIsToldInAWholeSentence(String file) throws IOException {
        for (var language : List.of(Language.SWEDISH, Language.ENGLISH)) {
            read(in(language, file)).forEach((key, text) -> {
                if (key.toString().endsWith(".required")) {
                    assertThat(text.toString())
                            .as("%s: %s", in(language, file), key)
                            .matches("(?s).*[.?!]");
                }
            });
        }
    }

    private static Set<String> places(Object text) {
        return PLACE.matcher(text.toString()).results().map(hit -> hit.group(1)).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("swedishFiles")
    void noTextIsEmptyOrHasAnApostropheThatTheMessageFormatEats(String file) throws IOException {
        for (var language : languages(file)) {
            read(in(language, file)).forEach((key, text) -> {
                assertThat(text.toString())
                        .as("%s: %s", in(language, file), key)
                        .isNotBlank()
                        .doesNotContain("'");
                new MessageFormat(text.toString(), language.locale());
            });
        }
    }

    @ParameterizedTest
    @MethodSource("swedishFiles")
    void aTranslationThatNobodyHasReviewedSaysSoInItsFirstLine(String file) throws IOException {
        for (var language : languages(file)) {
            assertThat(Files.readAllLines(TEXTS.resolve(in(language, file)))
                            .getFirst()
                            .startsWith(NOT_REVIEWED))
                    .as(in(language, file))
                    .isNotEqualTo(language.reviewed());
        }
    }

    @Test
    void noTextIsTwiceSoThatNoneHidesAnother() throws IOException {
        var seen = new HashMap<Object, String>();
        for (var file : swedishFiles()) {
            read(file)
                    .keySet()
                    .forEach(key -> assertThat(seen.put(key, file))
                            .as("%s in %s", key, file)
                            .isNull());
        }
    }

    @Test
    void everyTextThatATemplateOrAFormNamesExists() throws IOException {
        var existing = new TreeSet<String>();
        for (var file : swedishFiles()) {
            existing.addAll(read(file).stringPropertyNames());
        }
        var missing = new TreeSet<String>();
        missing.addAll(used(Path.of("src/main/jte"), ".jte", USED_IN_TEMPLATE));
        missing.addAll(used(Path.of("src/main/java"), ".java", USED_IN_CODE));
        missing.removeIf(key -> existing.contains(key) || isPrefix(key, existing));
        assertThat(missing).isEmpty();
    }

    /** A key with an enum's value or a form's {@code .required} after it. */
    private static boolean isPrefix(String key, Set<String> existing) {
        return existing.stream().anyMatch(other -> other.startsWith(key + "."));
    }

    private static List<String> used(Path folder, String ending, Pattern use) throws IOException {
        var found = new ArrayList<String>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(ending)).toList()) {
                use.matcher(Files.readString(file))
                        .results()
                        .forEach(hit ->
                                found.add(hit.group(1) != null || hit.groupCount() < 2 ? hit.group(1) : hit.group(2)));
            }
        }
        return found;
    }

    private static Properties read(String file) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(TEXTS.resolve(file))) {
            properties.load(reader);
        }
        return properties;
    }
}
