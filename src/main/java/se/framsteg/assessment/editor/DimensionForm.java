package se.framsteg.assessment.editor;

import java.util.LinkedHashMap;
import java.util.Map;
import se.framsteg.assessment.outline.Outline;
import se.framsteg.assessment.outline.Words;
import se.framsteg.ui.Fields;

/** One dimension. */
final class DimensionForm {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_HELP = 500;

    private DimensionForm() {}

    static Outline.Dimension empty() {
        return new Outline.Dimension("", Words.NONE, Words.NONE, "mean", "1", "");
    }

    static Map<String, String> values(Outline.Dimension dimension, Outline outline) {
        var languages = outline.about().languages();
        var values = new LinkedHashMap<String, String>();
        Typed.put(values, "name", languages, dimension.name());
        Typed.put(values, "help", languages, dimension.help());
        values.put("method", dimension.method());
        values.put("fewest", dimension.fewestAnswers());
        values.put("smallest", dimension.smallestChange());
        return values;
    }

    static Outline.Dimension read(String key, Fields fields, Outline outline) {
        var languages = outline.about().languages();
        return new Outline.Dimension(
                key,
                Typed.words(fields, "name", languages, LONGEST_NAME),
                Typed.words(fields, "help", languages, LONGEST_HELP),
                fields.text("method", 20),
                fields.text("fewest", 10),
                fields.text("smallest", 10));
    }
}
