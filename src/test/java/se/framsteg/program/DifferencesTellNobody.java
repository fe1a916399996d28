package se.framsteg.program;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import se.framsteg.program.ToldStatistics.Asked;
import se.framsteg.program.ToldStatistics.Line;

/**
 * What the office is told of the invented population, as somebody would who wants to find out about few: no number of 1 to 5, and nothing of 1
 * to 5 that is left of one told number when others are taken from it. ADR 20 promises it.
 */
final class DifferencesTellNobody {
    private static final int FEWEST = 5;
    private static final List<String> SEXES = List.of("Kvinnor", "Män");

    private final Map<Asked, Map<Cell, Integer>> told = new HashMap<>();
    private final SoftAssertions softly = new SoftAssertions();
    private int differences;

    /** Of which number something is told. */
    private record Cell(String universe, String table, String group, String column) {
        Cell of(String other) {
            return new Cell(universe, table, other, column);
        }
    }

    private DifferencesTellNobody(ToldStatistics statistics) {
        statistics
                .answers()
                .forEach((asked, lines) -> told.put(
                        asked,
                        lines.stream()
                                .filter(line -> line.number().isPresent())
                                .collect(toMap(
                                        line -> new Cell(line.universe(), line.table(), line.group(), line.column()),
                                        line -> line.number().get()))));
        assertThat(statistics.answers().values().stream().flatMap(List::stream).map(Line::group))
                .as("groups")
                .containsAll(SEXES);
    }

    static void assertSo(ToldStatistics statistics) {
        var differences = new DifferencesTellNobody(statistics);
        differences.told.forEach((asked, cells) -> {
            cells.forEach((cell, number) -> differences.enough(number, "%s of %s", cell, asked));
            differences.sexes(asked, cells);
            differences.tables(asked, cells);
            differences.spans(asked, cells);
            differences.sets(asked, cells);
        });
        differences.softly.assertAll();
        assertThat(differences.differences)
                .as("numbers and differences that were looked at")
                .isGreaterThan(5_000);
    }

    private void enough(int number, String what, Object... about) {
        differences++;
        if (number != 0 && number <= FEWEST) {
            softly.fail(what.formatted(about) + " is " + number);
        }
    }

    /** All less women, less men, and less both. */
    private void sexes(Asked asked, Map<Cell, Integer> cells) {
        cells.forEach((cell, all) -> {
            if (cell.group().equals("Alla") && cells.containsKey(cell.of("Kvinnor"))) {
                var women = requireNonNull(cells.get(cell.of("Kvinnor")));
                var men = requireNonNull(cells.get(cell.of("Män")));
                enough(all - women - men, "%s less women and men, of %s", cell, asked);
                enough(all - women, "%s less women, of %s", cell, asked);
                enough(all - men, "%s less men, of %s", cell, asked);
            }
        });
    }

    /** In the whole time: those who are told of, less those in the columns of a table; and those who have started, less those who have ended. */
    private void tables(Asked asked, Map<Cell, Integer> cells) {
        if (!asked.span().equals("ALL")) {
            return;
        }
        cells.keySet().stream()
                .collect(groupingBy(
                        cell -> new Cell(cell.universe(), cell.table(), cell.group(), ""),
                        summingInt(cell -> requireNonNull(cells.get(cell)))))
                .forEach((table, sum) -> {
                    var number = cells.get(new Cell(table.universe(), table.universe(), table.group(), "Antal"));
                    if (number != null) {
                        enough(number - sum, "those who aren’t in %s, of %s", table, asked);
                    }
                });
        var started = cells.get(new Cell("Har startat", "Har startat", "Alla", "Antal"));
        var ended = cells.get(new Cell("Har avslutat", "Har avslutat", "Alla", "Antal"));
        if (started != null && ended != null) {
            enough(started - ended, "started less ended, of %s", asked);
        }
    }

    /** The whole time less each year and quarter, and less all of them; a year less each of its quarters, and less those before. */
    private void spans(Asked asked, Map<Cell, Integer> cells) {
        var within = told.keySet().stream()
                .filter(other ->
                        other.initiatives().equals(asked.initiatives()) && contains(asked.span(), other.span()))
                .collect(Collectors.toSet());
        cells.forEach((cell, whole) -> {
            if (!cell.universe().equals("Deltar")) {
                within.forEach(part -> less(asked, cell, whole, Set.of(part)));
                less(
                        asked,
                        cell,
                        whole,
                        within.stream()
                                .filter(part ->
                                        part.span().length() == (asked.span().equals("ALL") ? 4 : 6))
                                .collect(Collectors.toSet()));
            }
        });
    }

    private static boolean contains(String span, String other) {
        return !span.equals(other) && (span.equals("ALL") || span.length() == 4 && other.startsWith(span));
    }

    /** A set less each one in it. */
    private void sets(Asked asked, Map<Cell, Integer> cells) {
        told.keySet().stream()
                .filter(other -> other.span().equals(asked.span())
                        && other.initiatives().size() < asked.initiatives().size())
                .filter(other -> asked.initiatives().containsAll(other.initiatives()))
                .forEach(part -> cells.forEach((cell, whole) -> less(asked, cell, whole, Set.of(part))));
    }

    private void less(Asked asked, Cell cell, int whole, Set<Asked> parts) {
        var sum = parts.stream()
                .mapToInt(part -> requireNonNull(told.get(part)).getOrDefault(cell, 0))
                .sum();
        enough(whole - sum, "%s of %s, less the same of %s", cell, asked, parts);
    }
}
