package se.framsteg.statistics.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.framsteg.ui.Page;
import se.framsteg.ui.Spreadsheet;

/** What the page shows, one number in each line. What the page keeps back is not in it either. */
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
                for (int column = 0; column < table.columns().size(); column++) {
                    lines.add(line(table, row, column));
                }
            }
        }
        return new Spreadsheet(
                List.of(
                        page.t("statistics.file.initiatives"),
                        page.t("statistics.from"),
                        page.t("statistics.to"),
                        page.t("statistics.file.table"),
                        page.t("statistics.file.group"),
                        page.t("statistics.what"),
                        page.t("statistics.file.number")),
                lines);
    }

    private List<String> line(FigureTable table, FigureTable.Row row, int column) {
        var names = view.chosen().stream()
                .flatMap(one -> Stream.ofNullable(view.offered().get(one)))
                .sorted()
                .collect(Collectors.joining(", "));
        return List.of(
                names,
                view.from().toString(),
                view.to().toString(),
                words.title(table),
                words.group(row.group()),
                words.column(table, table.columns().get(column)),
                Integer.toString(row.numbers().get(column)));
    }
}
