package se.framsteg.consent;

import static java.util.stream.Collectors.joining;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import se.framsteg.shared.Time;
import se.framsteg.ui.Page;

/**
 * The whole ledger of a person, an answer in each line, as a file that a Swedish spreadsheet opens as it is: semicolons, and a
 * mark at the start that says UTF-8.
 */
final class LedgerFile {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final List<String> COLUMNS = List.of(
            "question",
            "number",
            "from",
            "sort",
            "to",
            "purpose",
            "turn",
            "kinds",
            "said-on",
            "valid-until",
            "how",
            "spoken-reason",
            "paper",
            "text-version",
            "language",
            "interpreter",
            "by",
            "recorded-at");

    /** As a spreadsheet takes it for a time. The column's name tells that it is Swedish time. */
    private static final DateTimeFormatter RECORDED =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(Time.SWEDEN);

    private final Page page;
    private final ConsentView view;

    LedgerFile(Page page, ConsentView view) {
        this.page = page;
        this.view = view;
    }

    byte[] bytes() {
        var text = new StringWriter().append(BYTE_ORDER_MARK);
        try (var csv = CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text)) {
            csv.writeRecord(COLUMNS.stream()
                    .map(column -> page.t("ledger.column." + column))
                    .toList());
            view.history()
                    .forEach(line -> csv.writeRecord(
                            cells(line).map(LedgerFile::harmless).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private Stream<String> cells(ConsentView.Line line) {
        var answer = line.answer();
        var way = answer.way();
        return Stream.of(
                line.consent().id().toString(),
                String.valueOf(answer.number()),
                line.from(),
                line.sort().map(sort -> page.t("ledger.sort", sort)).orElse(page.t("ledger.sort.organisation")),
                line.called(),
                line.consent().purpose(),
                page.t("ledger.turn", line.turn()),
                answer.kinds().stream().map(kind -> page.t("ledger.kind", kind)).collect(joining(", ")),
                answer.saidOn().toString(),
                answer.validUntil().map(LocalDate::toString).orElse(""),
                page.t("ledger.how", way.how()),
                way.spokenReason(),
                page.t(way.paper().isPresent() ? "yes" : "no"),
                way.textVersion().map(String::valueOf).orElse(""),
                way.language().orElse(""),
                page.t(way.interpreter() ? "yes" : "no"),
                line.by(),
                RECORDED.format(answer.recordedAt()));
    }

    /** A spreadsheet takes a text that begins like this for something to work out, not to show. */
    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
