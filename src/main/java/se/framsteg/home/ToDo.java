package se.framsteg.home;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One thing to do.
 *
 * @param about whom or what it concerns, as a link text; a person's name only where the journal has been written
 * @param aboutKey instead of {@code about}, the key of its text
 * @param path where it is done
 * @param textKey what is to be done
 * @param due the day by which it should be done
 * @param late whether that day has passed
 */
public record ToDo(
        String about,
        Optional<String> aboutKey,
        String path,
        String textKey,
        List<Object> arguments,
        Optional<LocalDate> due,
        boolean late) {

    /** Something to do with somebody or something that has a name of its own. */
    public ToDo(
            String about, String path, String textKey, List<Object> arguments, Optional<LocalDate> due, boolean late) {
        this(about, Optional.empty(), path, textKey, arguments, due, late);
    }

    /** The part of the product that it belongs to, as the first part of its path: {@code /cases}. */
    public String part() {
        var end = path.indexOf('/', 1);
        return end < 0 ? path : path.substring(0, end);
    }

    /** Something to do with what has a name in our own texts, as a part of the installation. */
    public static ToDo about(String aboutKey, String path, String textKey) {
        return new ToDo("", Optional.of(aboutKey), path, textKey, List.of(), Optional.empty(), false);
    }
}
