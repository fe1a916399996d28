package se.framsteg.consent.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;

/** Reads the files under {@code consent/}: {@code versions.properties}, and {@code v1/sv.properties} and so on. */
final class TextFiles {
    static final List<String> LANGUAGES = List.of("sv", "sv-lattlast", "en", "ar", "so", "uk", "fa");

    private static final String FOLDER = "consent/";

    private TextFiles() {}

    /** All versions, the first one first. */
    static List<ConsentTexts.Version> versions() {
        var days = read(FOLDER + "versions.properties");
        var versions = new ArrayList<ConsentTexts.Version>();
        for (int number = 1; days.containsKey(number + ".from"); number++) {
            var from = LocalDate.parse(days.getProperty(number + ".from"));
            var until = Optional.of(days.getProperty(number + ".until", ""))
                    .filter(day -> !day.isBlank())
                    .map(LocalDate::parse);
            versions.add(new ConsentTexts.Version(number, from, until, texts(number)));
        }
        return versions;
    }

    private static List<ConsentText> texts(int version) {
        return LANGUAGES.stream()
                .map(code -> new TextFile(file(version, code), read(file(version, code))).text(version, code))
                .toList();
    }

    static String file(int version, String code) {
        return FOLDER + "v" + version + "/" + code + ".properties";
    }

    static Properties read(String file) {
        try (var reader = new InputStreamReader(new ClassPathResource(file).getInputStream(), UTF_8)) {
            var words = new Properties();
            words.load(reader);
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
