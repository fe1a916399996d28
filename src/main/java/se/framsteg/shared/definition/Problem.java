package se.framsteg.shared.definition;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;

/**
 * One thing to mend in a definition file.
 *
 * @param line from 1
 * @param column from 1
 * @param fault what kind of thing
 * @param arguments what the fault's text speaks of, first the place in the file ({@code dimensions › health › name})
 */
public record Problem(int line, int column, Fault fault, List<String> arguments) {

    public Problem {
        arguments = List.copyOf(arguments);
    }

    /** The key of the message in a reader's own language. */
    public String key() {
        return fault.key();
    }

    /** The message in English, without the line. */
    public String text() {
        return new MessageFormat(fault.english(), Locale.ENGLISH).format(arguments.toArray());
    }

    /** The message in English after its line, as in {@code line 14: dimensions › health › name has no text in “sv”}. */
    @Override
    public String toString() {
        return "line " + line + ": " + text();
    }
}
