package se.framsteg.assessment.editor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import se.framsteg.assessment.outline.Words;
import se.framsteg.ui.Fields;

/** Texts in several languages in a form: one field each, {@code name.sv}. */
final class Typed {
    private Typed() {}

    static Words words(Fields fields, String name, List<String> languages, int longest) {
        var words = new LinkedHashMap<String, String>();
        languages.forEach(language -> words.put(language, fields.text(name + "." + language, longest)));
        return new Words(words);
    }

    static void put(Map<String, String> values, String name, List<String> languages, Words words) {
        languages.forEach(language -> values.put(name + "." + language, words.in(language)));
    }

    /** One line per step, in as many steps as the language with the most lines. */
    static List<Words> lines(Fields fields, String name, List<String> languages, int longest) {
        var lines = new LinkedHashMap<String, List<String>>();
        languages.forEach(language -> lines.put(
                language,
                fields.text(name + "." + language, longest)
                        .lines()
                        .map(String::strip)
                        .toList()));
        var most = lines.values().stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, most).mapToObj(i -> line(lines, i)).toList();
    }

    private static Words line(Map<String, List<String>> lines, int number) {
        var line = new LinkedHashMap<String, String>();
        lines.forEach((language, texts) -> line.put(language, number < texts.size() ? texts.get(number) : ""));
        return new Words(line);
    }

    static void putLines(Map<String, String> values, String name, List<String> languages, List<Words> steps) {
        for (var language : languages) {
            var lines = steps.stream()
                    .map(step -> step.in(language).replaceAll("\\s+", " "))
                    .toList();
            values.put(name + "." + language, String.join("\n", lines).stripTrailing());
        }
    }
}
