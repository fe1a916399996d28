package se.framsteg.statistics.ledger;

import se.framsteg.statistics.Group;
import se.framsteg.ui.Page;

/** A table in words, in the reader’s language. */
public final class FigureWords {
    private final Page page;

    public FigureWords(Page page) {
        this.page = page;
    }

    public String title(FigureTable table) {
        return table.area()
                .map(area -> page.t(
                        "statistics.table.progress-of",
                        area.name().in(page.language()),
                        page.t("statistics.voice", area.voice())))
                .orElseGet(() -> page.t("statistics.table." + table.universe(), table.attribute()));
    }

    public String column(FigureTable table, FigureTable.Column column) {
        return page.t("statistics.column." + table.attribute() + "." + column.code());
    }

    public String group(Group group) {
        return page.t("statistics.group", group);
    }
}
