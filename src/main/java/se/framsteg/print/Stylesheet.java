package se.framsteg.print;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The stylesheet of printed documents, for {@code print/document.jte} to put into each: nothing is fetched. */
public final class Stylesheet {
    private static final String CSS = read();

    /** The foot stands to the right and ends in the page number: a page box of its own does not know the direction. */
    public static final String RIGHT_TO_LEFT = """
        @page {
          @bottom-left { content: "\\00a0"; font-family: "DejaVu Sans"; }
          @bottom-right { content: element(foot); text-align: right; }
        }
        .foot:after { content: " · " counter(page) " / " counter(pages); }
        """;

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
