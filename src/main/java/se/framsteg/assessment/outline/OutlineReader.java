package se.framsteg.assessment.outline;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes what it knows out of the fields of a file, and passes over the rest. */
final class OutlineReader {
    /** A field of the file, or what stands in for one that is not there. */
    private record Field(Object value) {
        Field at(String name) {
            return new Field(value instanceof Map<?, ?> fields && fields.containsKey(name) ? fields.get(name) : "");
        }

        boolean given() {
            return value instanceof Map<?, ?>;
        }

        String text() {
            return value instanceof String text ? text.strip() : "";
        }

        List<Field> list() {
            return value instanceof List<?> entries
                    ? entries.stream().<Field>map(Field::new).toList()
                    : List.of();
        }

        List<String> texts() {
            return list().stream()
                    .map(Field::text)
                    .filter(text -> !text.isEmpty())
                    .distinct()
                    .toList();
        }

        Words words() {
            var words = new LinkedHashMap<String, String>();
            if (value instanceof Map<?, ?> texts) {
                texts.forEach((language, text) -> words.put(language.toString(), new Field(text).text()));
            }
            return new Words(words);
        }

        List<Words> manyWords() {
            return list().stream().map(Field::words).toList();
        }
    }

    private OutlineReader() {}

    static Outline read(Map<String, Object> fields) {
        var root = new Field(fields);
        return new Outline(
                about(root),
                scale(root),
                dimensions(root.at("dimensions").list()),
                items(root.at("items").list()));
    }

    private static Outline.About about(Field root) {
        return new Outline.About(
                root.at("key").text(),
                root.at("version").text(),
                languages(root),
                root.at("unreviewed").texts(),
                root.at("name").words(),
                root.at("description").words(),
                root.at("rights").words(),
                root.at("source").words());
    }

    /** A file that names none has to be in Swedish at least. */
    private static List<String> languages(Field root) {
        var languages = root.at("languages").texts();
        return languages.isEmpty() ? List.of("sv") : languages;
    }

    private static Outline.Scale scale(Field root) {
        var scale = root.at("scale");
        return new Outline.Scale(
                scale.at("highest").text(),
                scale.at("steps").manyWords(),
                root.at("smallest-change").text());
    }

    private static List<Outline.Dimension> dimensions(List<Field> entries) {
        var taken = new HashSet<String>();
        return entries.stream()
                .map(entry -> new Outline.Dimension(
                        key(entry, "dimension", taken),
                        entry.at("name").words(),
                        entry.at("help").words(),
                        entry.at("scoring").at("method").text(),
                        entry.at("scoring").at("fewest-answers").text(),
                        entry.at("smallest-change").text()))
                .toList();
    }

    private static List<Outline.Item> items(List<Field> entries) {
        var taken = new HashSet<String>();
        return entries.stream()
                .map(entry -> new Outline.Item(
                        key(entry, "item", taken),
                        entry.at("dimension").text(),
                        wording(entry.at("participant")),
                        wording(entry.at("caseworker"))))
                .toList();
    }

    private static String key(Field entry, String otherwise, Set<String> taken) {
        var given = entry.at("key").text();
        var key = Keys.valid(given) && !taken.contains(given) ? given : Keys.of(given, otherwise, taken);
        taken.add(key);
        return key;
    }

    private static Optional<Outline.Wording> wording(Field field) {
        return field.given()
                ? Optional.of(new Outline.Wording(
                        field.at("question").words(),
                        field.at("help").words(),
                        field.at("steps").manyWords()))
                : Optional.empty();
    }
}
