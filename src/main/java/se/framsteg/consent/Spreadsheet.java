package se.framsteg.consent;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file that a Swedish spreadsheet opens as it is: semicolons, and a mark at the start that says UTF-8. Nothing in it is worked
 * out when it is opened.
 */
final class Spreadsheet {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Spreadsheet() {}

    static byte[] of(List<String> columns, Stream<List<String>> rows) {
        var text = new StringWriter().append(BYTE_ORDER_MARK);
        try (var csv = CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text)) {
            csv.writeRecord(columns);
            rows.forEach(row ->
                    csv.writeRecord(row.stream().map(Spreadsheet::harmless).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A spreadsheet takes a text that begins like this for something to work out, not to show. */
    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
