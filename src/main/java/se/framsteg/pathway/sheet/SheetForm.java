package se.framsteg.pathway.sheet;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
            case TEXT, DATE -> fields.text(name, LINE);
            case LONG, LIST -> fields.text(name, LONG);
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

    /**
     * Puts what has been saved meanwhile into the questions that the writer has not touched, so that only what both have changed is left to
     * decide about.
     *
     * @param before what stood there when the writing began
     */
    public static void takeOver(Worksheet worksheet, Fields fields, Answers before, Answers now) {
        worksheet.fields().stream()
                .filter(field -> fields.value(name(field))
                        .strip()
                        .equals(before.to(field).strip()))
                .forEach(field -> fields.with(name(field), now.to(field)));
    }

    /** The day that was written, if it was written as one: when is often said in other words. */
    public static Optional<LocalDate> day(Field field, Answers answers) {
        try {
            return field.kind() == Worksheet.Kind.DATE
                    ? Optional.of(LocalDate.parse(answers.to(field)))
                    : Optional.empty();
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    /** What was answered, in words: of a choice, what was chosen. */
    public static String said(Field field, Answers answers, String language) {
        var written = answers.to(field);
        return field.kind() == Worksheet.Kind.CHOICE && !written.isEmpty()
                ? field.choices().get(Integer.parseInt(written)).in(language)
                : written;
    }
}
