package se.framsteg.statistics.ledger;

import se.framsteg.statistics.Group;
import se.framsteg.ui.Texts;

/** A table in words, in the reader’s language. */
public final class FigureWords {
    private final Texts texts;

    public FigureWords(Texts texts) {
        this.texts = texts;
    }

    public String title(FigureTable table) {
        return table.area()
                .map(area -> texts.of(
                        "statistics.table.progress-of",
                        area.name().in(texts.language()),
                        texts.of("statistics.voice", area.voice())))
                .orElseGet(() -> texts.of("statistics.table." + table.universe(), table.attribute()));
    }

    public String column(FigureTable table, FigureTable.Column column) {
        if (table.attribute() == Attribute.INCOME) {
            var flow = column.code().split("_", 2);
            return texts.of("statistics.flow", income(flow[0]), income(flow[1]));
        }
        return texts.of("statistics.column." + table.attribute() + "." + column.code());
    }

    /** A class of income, as it stands at either end of a flow. */
    public String income(String code) {
        return texts.of("statistics.income." + code);
    }

    public String group(Group group) {
        return texts.of("statistics.group", group);
    }
}
