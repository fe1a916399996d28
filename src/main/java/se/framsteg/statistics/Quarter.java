package se.framsteg.statistics;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A quarter of a calendar year.
 *
 * @param number 1–4
 */
public record Quarter(int year, int number) implements Comparable<Quarter> {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{4})Q([1-4])");

    public static Quarter of(LocalDate day) {
        return new Quarter(day.getYear(), (day.getMonthValue() + 2) / 3);
    }

    /** As in an address, {@code 2026Q3}; empty if it is not one. */
    static Optional<Quarter> read(String text) {
        var match = WRITTEN.matcher(text);
        return match.matches()
                ? Optional.of(new Quarter(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2))))
                : Optional.empty();
    }

    public LocalDate first() {
        return LocalDate.of(year, 3 * number - 2, 1);
    }

    public LocalDate last() {
        return first().plusMonths(3).minusDays(1);
    }

    public Quarter minus(int quarters) {
        return of(first().minusMonths(3L * quarters));
    }

    @Override
    public int compareTo(Quarter other) {
        return first().compareTo(other.first());
    }

    @Override
    public String toString() {
        return "%04dQ%d".formatted(year, number);
    }
}
