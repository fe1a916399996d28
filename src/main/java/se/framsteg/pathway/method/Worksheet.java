package se.framsteg.pathway.method;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.framsteg.shared.definition.LocalizedText;

/**
 * A sheet that belongs to the person, and speaks to the person.
 *
 * @param key unique among the worksheets of the pathway
 * @param about what the sheet is for, said to the person
 * @param fields at least one
 */
public record Worksheet(String key, LocalizedText name, LocalizedText about, List<Field> fields) {

    public Worksheet {
        fields = List.copyOf(fields);
    }

    /** How a field is answered. The names in the file are these in small letters. */
    public enum Kind {
        /** A line. */
        TEXT,
        /** As many lines as wanted. */
        LONG,
        /** Several things, one on each line. */
        LIST,
        /** One of the choices. */
        CHOICE,
        /** A whole number from {@value Worksheet#LOWEST} to {@value Worksheet#HIGHEST}, the person's own and never added up. */
        SCALE,
        /** A day, or when in other words. */
        DATE
    }

    /** Where every scale begins. */
    public static final int LOWEST = 0;

    /** Where every scale ends. */
    public static final int HIGHEST = 10;

    /**
     * A question of a worksheet.
     *
     * @param key unique within the worksheet
     * @param needed whether the sheet is not whole without an answer: it says so, and can be saved all the same
     * @param help a line that helps to answer, or null
     * @param choices what there is to choose from, two or more; empty unless the kind is {@link Kind#CHOICE}
     */
    public record Field(
            String key,
            Kind kind,
            boolean needed,
            LocalizedText question,
            @Nullable LocalizedText help,
            List<LocalizedText> choices) {

        public Field {
            choices = List.copyOf(choices);
        }
    }
}
