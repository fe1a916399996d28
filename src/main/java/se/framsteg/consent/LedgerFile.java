package se.framsteg.consent;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import se.framsteg.shared.Time;
import se.framsteg.ui.Page;
import se.framsteg.ui.Spreadsheet;

/** The whole ledger of a person as a file, an answer in each line. */
final class LedgerFile {
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

    Spreadsheet spreadsheet() {
        return new Spreadsheet(
                COLUMNS.stream()
                        .map(column -> page.t("ledger.column." + column))
                        .toList(),
                view.history().stream().map(this::cells).toList());
    }

    private List<String> cells(ConsentView.Line line) {
        var answer = line.answer();
        var way = answer.way();
        return List.of(
                line.consent().id().toString(),
                String.valueOf(answer.number()),
                line.from(),
                line.sort().map(sort -> page.t("ledger.sort", sort)).orElse(page.t("ledger.sort.organisation")),
                line.called(),
                line.consent().purpose(),
                page.t("ledger.turn", line.turn()),
                answer.kinds().stream().map(kind -> page.t("ledger.kind", kind)).collect(joining("; ")),
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
}
