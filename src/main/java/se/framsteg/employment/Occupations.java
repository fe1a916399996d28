package se.framsteg.employment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The occupation groups (yrkesgrupper) of SSYK 2012, of three digits: what is done at a job, told so that jobs can be compared. What their
 * names rest on is said in the file.
 */
public final class Occupations {
    private static final String FILE = "/occupations/ssyk-2012.csv";
    private static final List<Occupation> ALL = read();
    private static final Map<String, Occupation> BY_CODE =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Occupation::code, Function.identity()));

    private Occupations() {}

    /**
     * One group.
     *
     * @param code three digits
     */
    public record Occupation(String code, String swedish, String english) {
        /** Its name in the language, English or else Swedish. */
        public String name(Locale language) {
            return language.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? english : swedish;
        }

        private boolean holds(String word) {
            return code.startsWith(word)
                    || swedish.toLowerCase(Locale.ROOT).contains(word)
                    || english.toLowerCase(Locale.ROOT).contains(word);
        }
    }

    /** All of them, by code. */
    public static List<Occupation> all() {
        return ALL;
    }

    /** The group with that code, if there is one. */
    public static Optional<Occupation> find(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** Those whose names hold each of the words in Swedish or English, or whose codes begin with them; all if there are no words. */
    public static List<Occupation> search(String words) {
        var sought = Stream.of(words.toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        return ALL.stream().filter(one -> sought.stream().allMatch(one::holds)).toList();
    }

    private static List<Occupation> read() {
        try (var file = requireNonNull(Occupations.class.getResourceAsStream(FILE), FILE);
                var lines = new BufferedReader(new InputStreamReader(file, UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(";"))
                    .map(cells -> new Occupation(cells[0], cells[1], cells[2]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
