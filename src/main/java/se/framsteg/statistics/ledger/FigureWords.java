package se.framsteg.statistics.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import se.framsteg.statistics.FollowUpWords.Part;
import se.framsteg.statistics.Group;
import se.framsteg.ui.Texts;

/** A table in words, in the reader’s language. */
public final class FigureWords {
    private static final int SHADES = 5;

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

    /** What is counted, in a sentence or two. */
    public String about(FigureTable table) {
        return texts.of("statistics.about", table.attribute());
    }

    public String column(FigureTable table, FigureTable.Column column) {
        if (table.attribute() == Attribute.INCOME) {
            var classes = column.code().split("_", -1);
            return texts.of("statistics.flow", income(classes[0]), income(classes[1]));
        }
        return texts.of("statistics.column." + table.attribute() + "." + column.code());
    }

    public String income(String code) {
        return texts.of("statistics.income." + code);
    }

    public String group(Group group) {
        return texts.of("statistics.group", group);
    }

    /** A number, and of those of whom something is known its share. */
    public String number(FigureTable table, FigureTable.Row row, int column) {
        int number = row.numbers().get(column);
        return table.share(row, column)
                .map(share -> texts.of("statistics.number-and-share", texts.number(number), percent(share.value())))
                .orElseGet(() -> texts.number(number));
    }

    /** Between what the share lies; empty of a blank. */
    public String interval(FigureTable table, FigureTable.Row row, int column) {
        return table.share(row, column)
                .map(share -> texts.of("statistics.interval", percent(share.low()), percent(share.high())))
                .orElse("");
    }

    /** In whole percent. */
    public String percent(double share) {
        return Long.toString(Math.round(100 * share));
    }

    /** Which days the numbers cover; empty if there are none. */
    public String days(FigureTable table) {
        return table.days()
                .map(days -> table.universe() == Universe.ONGOING
                        ? texts.of("statistics.day", texts.date(days.until()))
                        : texts.of("statistics.days", texts.date(days.from()), texts.date(days.until())))
                .orElse("");
    }

    /** The row as a bar, blanks left out. */
    public List<Part> parts(FigureTable table, FigureTable.Row row) {
        var parts = new ArrayList<Part>();
        int before = 0;
        for (int i = 0; i < table.columns().size(); i++) {
            int number = row.numbers().get(i);
            var share = table.share(row, i);
            if (share.isPresent() && number > 0) {
                parts.add(new Part(
                        width(before, share.get().of()),
                        width(number, share.get().of()),
                        look(table, i)));
            }
            before += share.isPresent() ? number : 0;
        }
        return parts;
    }

    private static String width(int number, int of) {
        return String.format(Locale.ROOT, "%.2f", 100.0 * number / of);
    }

    /** How a column is drawn: its class in the stylesheet, without what they all begin with. */
    public String look(FigureTable table, int column) {
        return switch (table.columns().get(column).code()) {
            case "UP" -> "up";
            case "SAME" -> "same";
            case "DOWN" -> "down";
            case "NOT_UP" -> "down-same";
            case "UNKNOWN", "NOT_COMPARED" -> "rest";
            default -> {
                int known = (int)
                        table.columns().stream().filter(one -> !one.blank()).count();
                yield Integer.toString(SHADES - (known < 2 ? 0 : (SHADES - 1) * column / (known - 1)));
            }
        };
    }
}
