package se.framsteg.assessment.outline;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * Writes the instrument format. What is empty is left out, so that the reader tells that it is missing. Every list and map is
 * a copy: the same one in two places would be written as an alias, which the format does not have.
 */
final class OutlineWriter {
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,6}");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,3}[.,][0-9]{1,2}");
    private static final int MOST_STEPS = 10;

    private OutlineWriter() {}

    static String write(Outline outline) {
        var root = new LinkedHashMap<String, Object>();
        about(outline.about(), root);
        put(root, "scale", scale(outline));
        put(root, "smallest-change", number(outline.scale().smallestChange()));
        put(
                root,
                "dimensions",
                outline.dimensions().stream().map(OutlineWriter::dimension).toList());
        put(root, "items", outline.items().stream().map(OutlineWriter::item).toList());
        return new Yaml(options()).dump(root);
    }

    private static DumperOptions options() {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setIndent(4);
        options.setIndicatorIndent(2);
        options.setWidth(118);
        return options;
    }

    private static void about(Outline.About about, Map<String, Object> root) {
        put(root, "key", about.key());
        put(root, "version", number(about.version()));
        put(root, "languages", about.languages());
        put(root, "unreviewed", about.unreviewed());
        put(root, "name", about.name().texts());
        put(root, "description", about.description().texts());
        put(root, "rights", about.rights().texts());
        put(root, "source", about.source().texts());
    }

    private static Map<String, Object> scale(Outline outline) {
        var scale = new LinkedHashMap<String, Object>();
        put(scale, "highest", number(outline.scale().highest()));
        put(scale, "steps", sharedSteps(outline));
        return scale;
    }

    /** Steps that nobody has written yet are missing where a question counts on them, else not wanted. */
    private static List<Map<String, String>> sharedSteps(Outline outline) {
        var steps = outline.scale().steps();
        if (!steps.stream().allMatch(Words::isEmpty)) {
            return texts(steps);
        }
        var wanted = outline.items().isEmpty()
                || outline.items().stream()
                        .flatMap(Outline.Item::wordings)
                        .anyMatch(wording -> wording.steps().isEmpty());
        return wanted ? texts(Collections.nCopies(count(outline.scale().highest()), Words.NONE)) : List.of();
    }

    private static int count(String highest) {
        return WHOLE.matcher(highest).matches() ? Math.clamp(Integer.parseInt(highest), 0, MOST_STEPS) : 0;
    }

    private static Map<String, Object> dimension(Outline.Dimension dimension) {
        var fields = new LinkedHashMap<String, Object>();
        put(fields, "key", dimension.key());
        put(fields, "name", dimension.name().texts());
        put(fields, "help", dimension.help().texts());
        var scoring = new LinkedHashMap<String, Object>();
        put(scoring, "method", dimension.method());
        put(scoring, "fewest-answers", number(dimension.fewestAnswers()));
        put(fields, "scoring", scoring);
        put(fields, "smallest-change", number(dimension.smallestChange()));
        return fields;
    }

    private static Map<String, Object> item(Outline.Item item) {
        var fields = new LinkedHashMap<String, Object>();
        put(fields, "key", item.key());
        put(fields, "dimension", item.dimension());
        item.participant().ifPresent(wording -> fields.put("participant", wording(wording)));
        item.caseworker().ifPresent(wording -> fields.put("caseworker", wording(wording)));
        return fields;
    }

    private static Map<String, Object> wording(Outline.Wording wording) {
        var fields = new LinkedHashMap<String, Object>();
        put(fields, "question", wording.question().texts());
        put(fields, "help", wording.help().texts());
        put(fields, "steps", texts(wording.steps()));
        return fields;
    }

    private static List<Map<String, String>> texts(List<Words> many) {
        return many.stream()
                .<Map<String, String>>map(words -> new LinkedHashMap<>(words.texts()))
                .toList();
    }

    /** A number as a number where it is one; what is not stays a text, for the reader to remark on. */
    private static Object number(String typed) {
        if (WHOLE.matcher(typed).matches()) {
            return Integer.valueOf(typed);
        }
        return DECIMAL.matcher(typed).matches() ? new BigDecimal(typed.replace(',', '.')).doubleValue() : typed;
    }

    private static void put(Map<String, Object> fields, String name, Object value) {
        switch (value) {
            case String text when text.isEmpty() -> {}
            case List<?> list when list.isEmpty() -> {}
            case Map<?, ?> map when map.isEmpty() -> {}
            case List<?> list -> fields.put(name, new ArrayList<>(list));
            case Map<?, ?> map -> fields.put(name, new LinkedHashMap<>(map));
            default -> fields.put(name, value);
        }
    }
}
