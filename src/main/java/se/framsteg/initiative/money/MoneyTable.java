package se.framsteg.initiative.money;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Budget and actuals in whole kronor, by calendar year and by who pays, and over all years. Every sum is of what is shown above it.
 *
 * @param years in order
 * @param all over the years
 */
public record MoneyTable(List<Year> years, Part all) {
    public MoneyTable {
        years = List.copyOf(years);
    }

    public record Year(int year, Part part) {}

    public record Part(List<Row> rows, Sum sum) {
        public Part {
            rows = List.copyOf(rows);
        }
    }

    public record Row(Funder funder, Sum sum) {}

    public record Sum(long budget, long actual) {
        public static final Sum NONE = new Sum(0, 0);

        public Sum plus(Sum other) {
            return new Sum(budget + other.budget, actual + other.actual);
        }

        /** What is left of the budget; less than none if more has been paid. */
        public long left() {
            return budget - actual;
        }

        /** How much of the budget has been paid, in whole percent; empty if there is none. */
        public Optional<Long> percent() {
            return budget == 0 ? Optional.empty() : Optional.of(Math.round(100.0 * actual / budget));
        }
    }

    /** What is known of one who pays in a year. */
    record Key(FunderId funder, int year) {}

    static MoneyTable of(SortedSet<Integer> years, List<Funder> funders, Map<Key, Sum> sums) {
        var byYear = years.stream()
                .map(year -> new Year(
                        year,
                        part(funders.stream()
                                .map(one -> new Row(one, sums.getOrDefault(new Key(one.id(), year), Sum.NONE)))
                                .toList())))
                .toList();
        var all = funders.stream()
                .map(one -> new Row(
                        one,
                        years.stream()
                                .map(year -> sums.getOrDefault(new Key(one.id(), year), Sum.NONE))
                                .reduce(Sum.NONE, Sum::plus)))
                .toList();
        return new MoneyTable(byYear, part(all));
    }

    private static Part part(List<Row> rows) {
        return new Part(rows, rows.stream().map(Row::sum).reduce(Sum.NONE, Sum::plus));
    }
}
