package se.framsteg.statistics.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import se.framsteg.assessment.instrument.Respondent;
import se.framsteg.shared.definition.LocalizedText;
import se.framsteg.statistics.Group;

/**
 * A table as it may be shown. {@link FigureWords} says it in words.
 *
 * @param area of a table of progress: which area and whose answers
 * @param columns in order; of {@link Attribute#NUMBER} one
 * @param rows of all, then of women and of men where anything is told of them; none if nothing is told in the period
 * @param days what the numbers cover: the rows may begin before the period asked about, or end before it does
 * @param more whether there are more until the end of the period asked about, too few to be told of yet
 * @param exact of living cases and to the last one: for work, and not to be handed on
 */
public record FigureTable(
        Universe universe,
        Attribute attribute,
        Optional<Area> area,
        List<Column> columns,
        List<Row> rows,
        Optional<Days> days,
        boolean more,
        boolean exact) {
    public FigureTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** @param key the dimension’s, in the instrument */
    public record Area(String key, LocalizedText name, Respondent voice) {}

    /**
     * @param code stable: what texts and files know it by
     * @param blank that nothing is known: not among those of whom shares are told
     */
    public record Column(String code, boolean blank) {}

    /** @param numbers by column */
    public record Row(Group group, List<Integer> numbers) {
        public Row {
            numbers = List.copyOf(numbers);
        }

        public int sum() {
            return numbers.stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** Both among them. */
    public record Days(LocalDate from, LocalDate until) {}

    public boolean shown() {
        return !rows.isEmpty();
    }

    public Optional<Row> row(Group group) {
        return rows.stream().filter(row -> row.group() == group).findFirst();
    }

    /** How many, of all or of one sex, in all columns; empty if it isn’t told. */
    public Optional<Integer> number(Group group) {
        return row(group).map(Row::sum);
    }

    /** How many are told of without their sex, because that would have told of few. */
    public int withoutSex() {
        return number(Group.ALL).orElse(0)
                - number(Group.WOMEN).orElse(0)
                - number(Group.MEN).orElse(0);
    }

    /** The column’s share of those of whom something is known; empty for a blank, and where nothing is known of anybody. */
    public Optional<Share> share(Row row, int column) {
        int known = IntStream.range(0, columns.size())
                .filter(i -> !columns.get(i).blank())
                .map(i -> row.numbers().get(i))
                .sum();
        return columns.get(column).blank() || known == 0
                ? Optional.empty()
                : Optional.of(new Share(row.numbers().get(column), known));
    }
}
