package se.framsteg.exchange;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a table of text whose encoding and separator nobody has told: both are found out, and told. */
final class CsvFile {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final char MARK = '\uFEFF';
    private static final List<Character> SEPARATORS = List.of(';', ',', '\t');
    /** Of other characters below blank there are none in a table of text. */
    private static final String CONTROLS = "\t\n\r\f";

    private CsvFile() {}

    private record Decoded(String text, Charset charset) {}

    static Grid read(byte[] file) {
        var decoded = decoded(file);
        var separator = separator(decoded.text());
        var detail = List.of(decoded.charset().displayName(), String.valueOf(separator));
        try (var records = CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .skipEmptyLines(false)
                .ofCsvRecord(decoded.text())) {
            return Grid.of(Grid.Kind.CSV, detail, lines(records));
        } catch (CsvParseException e) {
            throw new UnreadableFileException("import.file.broken");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Counts records, not lines: a spreadsheet gives a cell with line breaks in it one row. */
    private static Iterable<Grid.Line> lines(Iterable<CsvRecord> records) {
        var iterator = records.iterator();
        return () -> new java.util.Iterator<>() {
            private int number;

            @Override
            public boolean hasNext() {
                return iterator.hasNext();
            }

            @Override
            public Grid.Line next() {
                number++;
                return new Grid.Line(number, cells(iterator.next()));
            }
        };
    }

    private static List<String> cells(CsvRecord row) {
        var cells = new ArrayList<String>();
        row.getFields().stream().limit(Grid.MOST_COLUMNS + 1L).map(Grid::clean).forEach(cells::add);
        while (!cells.isEmpty() && cells.getLast().isEmpty()) {
            cells.removeLast();
        }
        return cells;
    }

    private static Decoded decoded(byte[] file) {
        var charset = marked(file).orElse(null);
        var text = charset != null
                ? decoded(file, charset).orElseThrow(() -> new UnreadableFileException("import.file.not-table"))
                : decoded(file, UTF_8).orElse(null);
        var decoded = text != null
                ? new Decoded(text, charset == null ? UTF_8 : charset)
                : new Decoded(new String(file, WINDOWS), WINDOWS);
        if (decoded.text().chars().anyMatch(one -> one < ' ' && CONTROLS.indexOf(one) < 0)) {
            throw new UnreadableFileException("import.file.not-table");
        }
        return decoded;
    }

    /** The encoding that the file itself tells by its first bytes. */
    private static Optional<Charset> marked(byte[] file) {
        if (file.length >= 2 && file[0] == (byte) 0xFF && file[1] == (byte) 0xFE) {
            return Optional.of(UTF_16LE);
        }
        return file.length >= 2 && file[0] == (byte) 0xFE && file[1] == (byte) 0xFF
                ? Optional.of(UTF_16BE)
                : Optional.empty();
    }

    private static Optional<String> decoded(byte[] file, Charset charset) {
        try {
            var text = charset.newDecoder().decode(ByteBuffer.wrap(file)).toString();
            return Optional.of(!text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The one that stands most often in the first line, outside quotes. */
    private static char separator(String text) {
        var counts = new int[SEPARATORS.size()];
        var quoted = false;
        for (int i = 0; i < text.length() && (quoted || "\r\n".indexOf(text.charAt(i)) < 0); i++) {
            quoted ^= text.charAt(i) == '"';
            var place = SEPARATORS.indexOf(text.charAt(i));
            if (!quoted && place >= 0) {
                counts[place]++;
            }
        }
        var most = 0;
        for (int place = 1; place < counts.length; place++) {
            most = counts[place] > counts[most] ? place : most;
        }
        return SEPARATORS.get(most);
    }
}
