package se.framsteg.print;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The stylesheet of printed documents, for {@code print/document.jte} to put into each: nothing is fetched. */
public final class Stylesheet {
    private static final String CSS = read();

    private Stylesheet() {}

    public static String css() {
        return CSS;
    }

    private static String read() {
        try (var file = requireNonNull(Stylesheet.class.getResourceAsStream("/print/document.css"))) {
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
