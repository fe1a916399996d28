package se.framsteg.ui;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Describes a fault for the log by its kinds and places alone. Messages are left out: a database's or parser's message
 * often repeats the very value that was refused.
 */
final class Faults {
    private static final int DEEPEST = 12;

    private Faults() {}

    static String describe(Throwable fault) {
        var text = new StringBuilder();
        @Nullable Throwable next = fault;
        for (int depth = 0; next != null && depth < 5; depth++) {
            text.append(depth == 0 ? "" : "\n  caused by ")
                    .append(next.getClass().getName())
                    .append(places(next));
            next = next.getCause();
        }
        return text.toString();
    }

    private static String places(Throwable fault) {
        return Arrays.stream(fault.getStackTrace())
                .filter(place -> place.getClassName().startsWith("se.framsteg") || place == fault.getStackTrace()[0])
                .limit(DEEPEST)
                .map(place -> "\n    at " + place)
                .collect(Collectors.joining());
    }
}
