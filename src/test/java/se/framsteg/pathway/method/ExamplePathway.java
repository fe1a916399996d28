package se.framsteg.pathway.method;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import se.framsteg.shared.definition.Problem;
import se.framsteg.shared.definition.Reading;

/** The example in {@code docs/pathway-format.md}: what the document shows is what the tests read. */
public final class ExamplePathway {
    private ExamplePathway() {}

    public static String yaml() {
        var document = read(Path.of("docs/pathway-format.md"));
        int start = document.indexOf("```yaml\n") + "```yaml\n".length();
        return document.substring(start, document.indexOf("```", start));
    }

    static Pathway pathway() {
        return accepted(yaml());
    }

    static Pathway accepted(String yaml) {
        return switch (PathwayReader.read(yaml)) {
            case Reading.Whole<Pathway>(var pathway) -> pathway;
            case Reading.Faulty<Pathway>(var problems) -> throw new AssertionError(problems.toString());
        };
    }

    static List<Problem> problems(String yaml) {
        return switch (PathwayReader.read(yaml)) {
            case Reading.Faulty<Pathway>(var problems) -> problems;
            case Reading.Whole<Pathway> _ -> throw new AssertionError("was accepted");
        };
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
