package se.framsteg.cases.story;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import se.framsteg.shared.definition.LocalizedText;
import se.framsteg.ui.Page;

/**
 * Something to say in the reader's language.
 *
 * @param key its text
 * @param arguments dates and times are written as people write them, texts of definitions in the reader’s language
 */
public record Told(String key, List<Object> arguments) {
    private static final String WRITTEN = "story.written";

    public static Told of(String key, Object... arguments) {
        return new Told(key, List.of(arguments));
    }

    /** What somebody has written, in whatever language. */
    public static Told written(String text) {
        return of(WRITTEN, text);
    }

    /** Whether it is what somebody has written, and not a text of the program. */
    public boolean isWritten() {
        return key.equals(WRITTEN);
    }

    public String text(Page page) {
        return page.t(key, arguments.stream().map(one -> written(page, one)).toArray());
    }

    private static Object written(Page page, Object argument) {
        return switch (argument) {
            case LocalDate day -> page.date(day);
            case LocalTime time -> page.time(time);
            case LocalizedText text -> text.in(page.language());
            default -> argument;
        };
    }

    /** The key alone: what was written stays out of logs. */
    @Override
    public String toString() {
        return key;
    }
}
