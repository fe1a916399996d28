package se.framsteg.assessment.editor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.framsteg.assessment.outline.Outline;
import se.framsteg.ui.Fields;

/** What the instrument is as a whole. */
final class AboutForm {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_TEXT = 2000;

    private AboutForm() {}

    static Map<String, String> values(Outline outline) {
        var about = outline.about();
        var all = about.languages();
        var staff = Languages.ofStaff(all);
        var values = new LinkedHashMap<String, String>();
        Typed.put(values, "name", all, about.name());
        Typed.put(values, "description", staff, about.description());
        Typed.put(values, "rights", staff, about.rights());
        Typed.put(values, "source", staff, about.source());
        values.put("key", about.key());
        values.put("number", about.version());
        return values;
    }

    /** The choices of many, which are no texts. */
    static Fields withLanguages(Fields fields, Outline outline) {
        return fields.with("languages", outline.about().languages())
                .with("unreviewed", outline.about().unreviewed());
    }

    /** Texts are read in the languages that the form showed, and stay in those chosen. Swedish always is. */
    static Outline.About read(Fields fields, Outline outline) {
        var shown = outline.about().languages();
        var staff = Languages.ofStaff(shown);
        var languages = Languages.choices(shown).stream()
                .filter(one -> one.equals("sv") || fields.has("languages", one))
                .toList();
        return new Outline.About(
                fields.text("key", LONGEST_NAME),
                fields.text("number", 10),
                languages,
                languages.stream().filter(one -> fields.has("unreviewed", one)).toList(),
                Typed.words(fields, "name", shown, LONGEST_NAME).only(languages),
                Typed.words(fields, "description", staff, LONGEST_TEXT).only(languages),
                Typed.words(fields, "rights", staff, LONGEST_TEXT).only(languages),
                Typed.words(fields, "source", staff, LONGEST_TEXT).only(languages));
    }

    /** Notes what was chosen otherwise meanwhile. */
    static Map<String, String> saved(Fields fields, Outline outline) {
        var values = values(outline);
        differing(fields, "languages", outline.about().languages(), values);
        differing(fields, "unreviewed", outline.about().unreviewed(), values);
        return values;
    }

    private static void differing(Fields fields, String field, List<String> saved, Map<String, String> values) {
        var same = Languages.choices(saved).stream().allMatch(one -> fields.has(field, one) == saved.contains(one));
        if (!same) {
            values.put(field, String.join(", ", saved));
        }
    }
}
