package se.framsteg.assessment.instrument;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The example in {@code docs/instrument-format.md}: what the document shows is what the tests read. */
final class ExampleInstrument {

    private ExampleInstrument() {}

    static String yaml() {
        String document = read(Path.of("docs/instrument-format.md"));
        int start = document.indexOf("```yaml\n") + "```yaml\n".length();
        return document.substring(start, document.indexOf("```", start));
    }

    static Instrument instrument() {
        return accepted(yaml());
    }

    static Instrument accepted(String yaml) {
        return switch (InstrumentReader.read(yaml)) {
            case InstrumentReading.Accepted(Instrument instrument) -> instrument;
            case InstrumentReading.Refused(var problems) -> throw new AssertionError(problems.toString());
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
