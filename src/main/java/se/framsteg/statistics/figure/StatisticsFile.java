package se.framsteg.statistics.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import se.framsteg.statistics.ledger.FigureTable;
import se.framsteg.statistics.ledger.FigureWords;
import se.framsteg.statistics.ledger.Share;
import se.framsteg.ui.Page;
import se.framsteg.ui.Spreadsheet;

/** What the page shows, one number in each line. What the page does not tell is not in it either. */
final class StatisticsFile {
    private final Page page;
    private final StatisticsView view;
    private final FigureWords words;

    StatisticsFile(Page page, StatisticsView view) {
        this.page = page;
        this.view = view;
        this.words = new FigureWords(page.texts());
    }

    Spreadsheet spreadsheet() {
        var lines = new ArrayList<List<String>>();
        for (var table : view.tables()) {
            for (var row : table.rows()) {
                for (int i = 0; i < table.columns().size(); i++) {
                    lines.add(line(table, row, i));
                }
            }
        }
        return new Spreadsheet(columns(), lines);
    }

    private List<String> columns() {
        return List.of(
                page.t("statistics.initiatives"),
                page.t("statistics.from"),
                page.t("statistics.until"),
                page.t("statistics.about-whom"),
                page.t("statistics.table"),
                page.t("statistics.group"),
                page.t("statistics.what"),
                page.t("statistics.number"),
                page.t("statistics.percent"),
                page.t("statistics.percent.low"),
                page.t("statistics.percent.high"),
                page.t("statistics.kind"));
    }

    private List<String> line(FigureTable table, FigureTable.Row row, int column) {
        var share = table.columns().size() == 1 ? Optional.<Share>empty() : table.share(row, column);
        return List.of(
                view.chosen().stream().map(StatisticsView.Choice::name).collect(Collectors.joining(", ")),
                table.days().map(days -> days.from().toString()).orElse(""),
                table.days().map(days -> days.until().toString()).orElse(""),
                page.t("statistics.universe", table.universe()),
                words.title(table),
                words.group(row.group()),
                words.column(table, table.columns().get(column)),
                Integer.toString(row.numbers().get(column)),
                share.map(one -> words.percent(one.value())).orElse(""),
                share.map(one -> words.percent(one.low())).orElse(""),
                share.map(one -> words.percent(one.high())).orElse(""),
                page.t(table.exact() ? "statistics.exact" : "statistics.told"));
    }
}
