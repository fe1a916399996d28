package se.framsteg.ui;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A file that a Swedish spreadsheet opens as it is: semicolons, and a mark at the start that says UTF-8. Nothing in it is worked
 * out when it is opened.
 *
 * @param columns their headings
 * @param rows as many cells in each as there are columns
 */
public record Spreadsheet(List<String> columns, List<List<String>> rows) {
    private static final MediaType TYPE = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** @param name without ending; it must hold nothing about a person beyond the case number */
    public ResponseEntity<byte[]> download(String name) {
        return Download.of(TYPE, name + ".csv", written().getBytes(StandardCharsets.UTF_8));
    }

    private String written() {
        var text = new StringWriter().append(BYTE_ORDER_MARK);
        try (var csv = CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text)) {
            Stream.concat(Stream.of(columns), rows.stream())
                    .forEach(row -> csv.writeRecord(
                            row.stream().map(Spreadsheet::harmless).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** A spreadsheet takes a text that begins like this for something to work out, not to show. */
    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
