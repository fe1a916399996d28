package se.framsteg.review;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import se.framsteg.ui.Page;

/** The report's counts, one in each line, as a file that a Swedish spreadsheet opens as it is. Nothing in it was typed by anybody. */
final class ReviewReportFile {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Page page;
    private final ReviewReport report;

    ReviewReportFile(Page page, ReviewReport report) {
        this.page = page;
        this.report = report;
    }

    byte[] bytes() {
        var text = new StringWriter().append(BYTE_ORDER_MARK);
        try (var csv = CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text)) {
            csv.writeRecord(
                    page.t("log-review.from"),
                    page.t("log-review.to"),
                    page.t("log-review.sign"),
                    page.t("log-review.verdict"),
                    page.t("log-review.count"));
            for (var sign : report.signs()) {
                for (var verdict : Verdict.values()) {
                    line(csv, sign, Optional.of(verdict));
                }
                line(csv, sign, Optional.empty());
            }
            csv.writeRecord(
                    report.from().toString(),
                    report.to().toString(),
                    page.t("log-review.tries.report"),
                    "",
                    Integer.toString(report.tries()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void line(CsvWriter csv, Sign sign, Optional<Verdict> verdict) {
        csv.writeRecord(
                report.from().toString(),
                report.to().toString(),
                page.t("log-sign", sign),
                verdict.map(one -> page.t("log-verdict", one)).orElseGet(() -> page.t("log-verdict.none")),
                Integer.toString(report.of(sign, verdict)));
    }
}
