package se.framsteg.statistics.figure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.framsteg.statistics.Quarter;

/**
 * A time that can be chosen.
 *
 * @param code as in an address: {@code ALL}, {@code 2026} or {@code 2026Q3}
 */
public record Span(Kind kind, String code, LocalDate from, LocalDate to) {
    private static final int QUARTERS = 12;
    private static final int YEARS = 10;

    /** How long it is. */
    public enum Kind {
        ALL,
        YEAR,
        QUARTER
    }

    /**
     * All time first, then years and quarters, the latest first.
     *
     * @param first when the first initiative began
     */
    static List<Span> offered(LocalDate first, LocalDate today) {
        var offered = new ArrayList<Span>();
        offered.add(new Span(Kind.ALL, "ALL", first.isAfter(today) ? today : first, today));
        for (int year = today.getYear(); year >= Math.max(first.getYear(), today.getYear() - YEARS); year--) {
            offered.add(
                    new Span(Kind.YEAR, Integer.toString(year), LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
        }
        for (int back = 0; back < QUARTERS; back++) {
            var quarter = Quarter.of(today).minus(back);
            if (!quarter.last().isBefore(first)) {
                offered.add(new Span(Kind.QUARTER, quarter.toString(), quarter.first(), quarter.last()));
            }
        }
        return offered;
    }

    /** The one asked for, if it is offered; otherwise the first. */
    static Span of(Optional<String> asked, List<Span> offered) {
        return offered.stream()
                .filter(one -> asked.filter(one.code()::equals).isPresent())
                .findFirst()
                .orElse(offered.getFirst());
    }

    /** The year of it. */
    public int year() {
        return from.getYear();
    }

    /** Which quarter, from 1. */
    public int quarter() {
        return Quarter.of(from).number();
    }
}
