package se.framsteg.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextFilesTest {
    private static final Path TEXTS = Path.of("src/main/resources/texts");
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

    @ParameterizedTest
    @MethodSource("swedishFiles")
    void everyTextIsThereInBothLanguages(String file) throws IOException {
        var english = file.replace(".properties", "_en.properties");
        assertThat(read(english).keySet()).isEqualTo(read(file).keySet());
    }

    @ParameterizedTest
    @MethodSource("swedishFiles")
    void noTextIsEmptyOrHasAnApostropheThatTheMessageFormatEats(String file) throws IOException {
        for (var name : List.of(file, file.replace(".properties", "_en.properties"))) {
            read(name)
                    .forEach((key, text) -> assertThat(text.toString())
                            .as("%s: %s", name, key)
                            .isNotBlank()
                            .doesNotContain("'"));
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
