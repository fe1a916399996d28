package se.framsteg.pathway.sheet;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import se.framsteg.pathway.method.Worksheet;
import se.framsteg.pathway.method.Worksheet.Field;
import se.framsteg.ui.Fields;

/** A worksheet as a form, the same for the person and for whoever writes together with the person. */
public final class SheetForm {
    /** What a line takes. */
    public static final int LINE = 500;

    /** What a longer text, or a list, takes. */
    public static final int LONG = 8000;

    private SheetForm() {}

    /** What the field of a question is called in the form: never as anything else in it. */
    public static String name(Field field) {
        return "answer-" + field.key();
    }

    /** Reads what was written, and tells what can’t be so at its question. Nothing has to be there. */
    public static Answers read(Worksheet worksheet, Fields fields) {
        var written = new HashMap<String, String>();
        worksheet.fields().forEach(field -> written.put(field.key(), read(field, fields)));
        return new Answers(written);
    }

    private static String read(Field field, Fields fields) {
        var name = name(field);
        return switch (field.kind()) {
            case TEXT -> fields.text(name, LINE);
            case LONG, LIST -> fields.text(name, LONG);
            case DATE -> fields.optionalDate(name).map(LocalDate::toString).orElse("");
            case SCALE -> number(fields, name, Worksheet.LOWEST, Worksheet.HIGHEST);
            case CHOICE -> number(fields, name, 0, field.choices().size() - 1);
        };
    }

    private static String number(Fields fields, String name, int lowest, int highest) {
        return fields.value(name).isBlank() ? "" : String.valueOf(fields.number(name, lowest, highest));
    }

    /** What is written, by the names of the form. */
    public static Map<String, String> written(Worksheet worksheet, Answers answers) {
        var written = new LinkedHashMap<String, String>();
        worksheet.fields().forEach(field -> written.put(name(field), answers.to(field)));
        return written;
    }

    /** What was answered, in words: of a choice, what was chosen. */
    public static String said(Field field, Answers answers, String language) {
        var written = answers.to(field);
        return field.kind() == Worksheet.Kind.CHOICE && !written.isEmpty()
                ? field.choices().get(Integer.parseInt(written)).in(language)
                : written;
    }
}
