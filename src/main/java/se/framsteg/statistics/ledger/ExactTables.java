package se.framsteg.statistics.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import se.framsteg.cases.LegalSex;
import se.framsteg.shared.InitiativeId;
import se.framsteg.statistics.Group;
import se.framsteg.statistics.ledger.FigureTable.Area;
import se.framsteg.statistics.ledger.FigureTable.Column;
import se.framsteg.statistics.ledger.FigureTable.Days;
import se.framsteg.statistics.ledger.FigureTable.Row;

/** Makes the same tables of living cases, as they are and as finely as they can be divided. */
final class ExactTables {
    private final CaseQueries cases;
    private final InitiativeId initiative;
    private final Days days;
    private final LocalDate today;

    ExactTables(CaseQueries cases, InitiativeId initiative, LocalDate from, LocalDate to, LocalDate today) {
        this.cases = cases;
        this.initiative = initiative;
        this.days = new Days(from, to);
        this.today = today;
    }

    List<FigureTable> tables(List<Area> areas) {
        var tables = new ArrayList<FigureTable>();
        for (var universe : Universe.values()) {
            var counts = universe == Universe.ONGOING
                    ? cases.ongoing(initiative, days.until())
                    : cases.between(universe, initiative, days.from(), days.until(), today);
            var sums = sums(universe, counts);
            tables.add(number(universe, sums));
            for (var attribute : Ladders.of(universe)) {
                tables.add(
                        Ladders.months(attribute) == 0
                                ? divided(universe, attribute, Optional.empty(), sums)
                                : afterwards(attribute));
            }
            if (universe == Universe.ENDED) {
                areas.forEach(area -> tables.add(divided(universe, Attribute.PROGRESS, Optional.of(area), sums)));
            }
        }
        return tables;
    }

    private static Sums sums(Universe universe, List<CaseQueries.Count> counts) {
        var sums = new Sums();
        counts.forEach(count -> sums.add(universe, 1, count));
        return sums;
    }

    private FigureTable number(Universe universe, Sums sums) {
        int women = sums.persons(universe, 1, LegalSex.WOMAN);
        int men = sums.persons(universe, 1, LegalSex.MAN);
        return table(
                universe, Attribute.NUMBER, Optional.empty(), ToldTables.NUMBER, new int[] {women}, new int[] {men});
    }

    /** Of those for whom the day has come. */
    private FigureTable afterwards(Attribute attribute) {
        var latest = today.minusMonths(Ladders.months(attribute));
        var until = latest.isBefore(days.until()) ? latest : days.until();
        var counts = new ArrayList<>(cases.betweenAfter(attribute, initiative, days.from(), until));
        counts.addAll(cases.number(Universe.ENDED, initiative, days.from(), until));
        return divided(Universe.ENDED, attribute, Optional.empty(), sums(Universe.ENDED, counts));
    }

    private FigureTable divided(Universe universe, Attribute attribute, Optional<Area> area, Sums sums) {
        var level = Ladders.of(attribute).levels().getLast();
        var rows = sums.of(
                        universe,
                        attribute,
                        area.map(one -> CaseQueries.area(one.voice(), one.key()))
                                .orElse(""))
                .of(0, 1);
        return table(universe, attribute, area, level.columns(), rows.getFirst(), rows.getLast());
    }

    private FigureTable table(
            Universe universe, Attribute attribute, Optional<Area> area, List<Column> columns, int[] women, int[] men) {
        return new FigureTable(
                universe,
                attribute,
                area,
                columns,
                List.of(row(Group.ALL, Told.plus(women, men)), row(Group.WOMEN, women), row(Group.MEN, men)),
                Optional.of(days),
                false,
                true);
    }

    private static Row row(Group group, int[] numbers) {
        return new Row(group, IntStream.of(numbers).boxed().toList());
    }
}
