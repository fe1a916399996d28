package se.framsteg.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.framsteg.ui.Page;
import se.framsteg.ui.Spreadsheet;

/** The report's counts, one in each line. Nothing in it was typed by anybody. */
final class ReviewReportFile {
    private final Page page;
    private final ReviewReport report;

    ReviewReportFile(Page page, ReviewReport report) {
        this.page = page;
        this.report = report;
    }

    Spreadsheet spreadsheet() {
        return new Spreadsheet(columns(), rows());
    }

    private List<String> columns() {
        return List.of(
                page.t("log-review.from"),
                page.t("log-review.to"),
                page.t("log-review.sign"),
                page.t("log-review.verdict"),
                page.t("log-review.count"));
    }

    private List<List<String>> rows() {
        var rows = new ArrayList<List<String>>();
        for (var sign : report.signs()) {
            for (var verdict : Verdict.values()) {
                rows.add(row(
                        page.t("log-sign", sign),
                        page.t("log-verdict", verdict),
                        report.of(sign, Optional.of(verdict))));
            }
            rows.add(row(page.t("log-sign", sign), page.t("log-verdict.none"), report.of(sign, Optional.empty())));
        }
        rows.add(row(page.t("log-review.tries.report"), "", report.tries()));
        return rows;
    }

    private List<String> row(String sign, String verdict, int count) {
        return List.of(report.from().toString(), report.to().toString(), sign, verdict, Integer.toString(count));
    }
}
