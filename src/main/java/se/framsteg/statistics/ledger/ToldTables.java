package se.framsteg.statistics.ledger;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.framsteg.statistics.Group;
import se.framsteg.statistics.ledger.FigureTable.Area;
import se.framsteg.statistics.ledger.FigureTable.Column;
import se.framsteg.statistics.ledger.FigureTable.Days;
import se.framsteg.statistics.ledger.FigureTable.Row;
import se.framsteg.statistics.ledger.LedgerQueries.Cell;
import se.framsteg.statistics.ledger.LedgerQueries.Covered;

/** Makes tables of what the ledger tells. */
final class ToldTables {
    /** A finer division is shown if it tells of at least so many of ten of those whom a coarser one tells of. */
    private static final int IN_TEN = 9;

    static final List<Column> NUMBER = List.of(new Column("ALL", false));

    private final Map<Cell, Integer> numbers;
    private final Map<Table, Covered> covered;
    private final LedgerQueries.Closed closed;
    private final LedgerQueries.Ongoing ongoing;
    private final LocalDate from;

    ToldTables(LedgerQueries.Answer told, LocalDate from) {
        this.numbers = told.numbers();
        this.covered = told.covered();
        this.closed = told.closed();
        this.ongoing = told.ongoing();
        this.from = from;
    }

    List<FigureTable> tables(List<Area> areas) {
        var tables = new ArrayList<FigureTable>();
        for (var universe : Universe.values()) {
            tables.add(universe == Universe.ONGOING ? ongoing() : number(universe));
            for (var attribute : Ladders.of(universe)) {
                tables.add(divided(universe, attribute, Optional.empty()));
            }
            if (universe == Universe.ENDED) {
                areas.forEach(area -> tables.add(divided(universe, Attribute.PROGRESS, Optional.of(area))));
            }
        }
        return tables;
    }

    /** Nobody is told of too, as soon as the ledger has been closed and nobody waits. */
    private FigureTable number(Universe universe) {
        var table = Table.number(universe);
        var until = closed.until();
        boolean waits = closed.waiting().contains(universe);
        if (covered(table).persons() == 0 && !waits && until != null && !until.isBefore(from)) {
            return table(
                    universe,
                    Attribute.NUMBER,
                    Optional.empty(),
                    NUMBER,
                    nobody(),
                    Optional.of(new Days(from, until)),
                    false);
        }
        return table(universe, Attribute.NUMBER, Optional.empty(), NUMBER, rows(table, NUMBER), days(table), waits);
    }

    private static List<Row> nobody() {
        return Stream.of(Group.values())
                .map(group -> new Row(group, List.of(0)))
                .toList();
    }

    private FigureTable divided(Universe universe, Attribute attribute, Optional<Area> area) {
        var ladder = Ladders.of(attribute);
        var key = area.map(one -> CaseQueries.area(one.voice(), one.key())).orElse("");
        int level = level(universe, attribute, key, ladder.levels().size());
        var table = new Table(universe, attribute, key, level);
        var columns = ladder.levels().get(level).columns();
        boolean more = closed.waiting().contains(universe)
                || covered(Table.number(universe)).ever() > covered(table).ever();
        return table(universe, attribute, area, columns, rows(table, columns), days(table), more);
    }

    private int level(Universe universe, Attribute attribute, String area, int levels) {
        var persons = IntStream.range(0, levels)
                .map(level ->
                        covered(new Table(universe, attribute, area, level)).persons())
                .toArray();
        int most = IntStream.of(persons).max().orElse(0);
        return most == 0
                ? 0
                : IntStream.iterate(levels - 1, level -> level - 1)
                        .filter(level -> 10 * persons[level] >= IN_TEN * most)
                        .findFirst()
                        .orElseThrow();
    }

    private List<Row> rows(Table table, List<Column> columns) {
        if (covered(table).persons() == 0) {
            return List.of();
        }
        var women = numbers(table, columns, Group.WOMEN);
        var men = numbers(table, columns, Group.MEN);
        var rest = numbers(table, columns, Group.ALL);
        var all = IntStream.range(0, columns.size())
                .mapToObj(i -> women.get(i) + men.get(i) + rest.get(i))
                .toList();
        int told = Stream.concat(women.stream(), men.stream())
                .mapToInt(Integer::intValue)
                .sum();
        // A number of women is true whatever is told of others; how a few of them are divided says little of the rest.
        boolean bySex = table.attribute() == Attribute.NUMBER
                ? told > 0
                : 2 * told >= all.stream().mapToInt(Integer::intValue).sum();
        return bySex
                ? List.of(new Row(Group.ALL, all), new Row(Group.WOMEN, women), new Row(Group.MEN, men))
                : List.of(new Row(Group.ALL, all));
    }

    private List<Integer> numbers(Table table, List<Column> columns, Group group) {
        return columns.stream()
                .map(column -> numbers.getOrDefault(new Cell(table, column.code(), group), 0))
                .toList();
    }

    /** By sex only if all of those who have started and ended were told of by it. Nobody, if nobody has come until the last closing day. */
    private FigureTable ongoing() {
        var number = ongoing.number();
        boolean waits =
                closed.waiting().contains(Universe.STARTED) || closed.waiting().contains(Universe.ENDED);
        var until = closed.until();
        if (ongoing.last() == null) {
            var days = Optional.ofNullable(waits ? null : until).map(day -> new Days(day, day));
            return table(
                    Universe.ONGOING,
                    Attribute.NUMBER,
                    Optional.empty(),
                    NUMBER,
                    days.isPresent() ? nobody() : List.of(),
                    days,
                    days.isEmpty());
        }
        int all = number.values().stream().mapToInt(Integer::intValue).sum();
        var rows = new ArrayList<>(List.of(new Row(Group.ALL, List.of(all))));
        if (!number.containsKey(Group.ALL)) {
            rows.add(new Row(Group.WOMEN, List.of(number.getOrDefault(Group.WOMEN, 0))));
            rows.add(new Row(Group.MEN, List.of(number.getOrDefault(Group.MEN, 0))));
        }
        return table(
                Universe.ONGOING,
                Attribute.NUMBER,
                Optional.empty(),
                NUMBER,
                rows,
                Optional.of(new Days(requireNonNull(ongoing.first()), requireNonNull(ongoing.last()))),
                waits);
    }

    private Covered covered(Table table) {
        return covered.getOrDefault(table, Covered.NOTHING);
    }

    private Optional<Days> days(Table table) {
        return Optional.ofNullable(covered(table).days());
    }

    private static FigureTable table(
            Universe universe,
            Attribute attribute,
            Optional<Area> area,
            List<Column> columns,
            List<Row> rows,
            Optional<Days> days,
            boolean more) {
        return new FigureTable(universe, attribute, area, columns, rows, days, more, false);
    }
}
