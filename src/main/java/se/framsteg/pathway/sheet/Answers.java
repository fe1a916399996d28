package se.framsteg.pathway.sheet;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.framsteg.pathway.method.Worksheet;
import se.framsteg.pathway.method.Worksheet.Field;

/**
 * What is written on a worksheet: key of the field to what was written there. A choice is its place among the choices from 0, a date is
 * written 2026-05-03, or said in words; what was left empty is not there.
 */
public record Answers(Map<String, String> written) {
    public static final Answers NONE = new Answers(Map.of());

    public Answers {
        var kept = new TreeMap<String, String>();
        written.forEach((key, text) -> {
            if (!text.isEmpty()) {
                kept.put(key, text);
            }
        });
        written = Map.copyOf(kept);
    }

    public String to(Field field) {
        return written.getOrDefault(field.key(), "");
    }

    public boolean isEmpty() {
        return written.isEmpty();
    }

    /** What the worksheet is not whole without, and has no answer. */
    public List<Field> missing(Worksheet worksheet) {
        return worksheet.fields().stream()
                .filter(field -> field.needed() && to(field).isEmpty())
                .toList();
    }

    /** Nothing of what was written: it is the person’s. */
    @Override
    public String toString() {
        return written.size() + " answers";
    }
}
