package se.framsteg.home;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One thing to do.
 *
 * @param about whom or what it concerns, as a link text; a person's name only where the journal has been written
 * @param path where it is done
 * @param textKey what is to be done
 * @param due the day by which it should be done
 * @param late whether that day has passed
 */
public record ToDo(
        String about, String path, String textKey, List<Object> arguments, Optional<LocalDate> due, boolean late) {}
