package se.framsteg.overview;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import se.framsteg.initiative.Initiative;

/**
 * The time that an overview is about: a calendar year, or all time.
 *
 * @param year empty for all time
 * @param from the first day; of all time each initiative's own first day comes in its place
 * @param to the last day; of all time and of this year it is today
 */
public record Stretch(Optional<Integer> year, LocalDate from, LocalDate to) {
    /** Further back than this nobody asks. */
    private static final int YEARS = 20;

    /** The years that can be chosen, the latest first. */
    public static List<Integer> offered(List<Initiative> initiatives, LocalDate today) {
        int first = initiatives.stream()
                .mapToInt(one -> one.startsOn().getYear())
                .min()
                .orElse(today.getYear());
        return IntStream.iterate(today.getYear(), year -> year - 1)
                .limit(Math.clamp(today.getYear() - first + 1L, 1, YEARS))
                .boxed()
                .toList();
    }

    public static Stretch ofAll(LocalDate today) {
        return new Stretch(Optional.empty(), LocalDate.MIN, today);
    }

    /** From when each initiative began to the end of this. */
    public Stretch sinceStart() {
        return new Stretch(Optional.empty(), from, to);
    }

    public static Stretch of(int year, LocalDate today) {
        var last = Year.of(year).atMonth(12).atEndOfMonth();
        return new Stretch(Optional.of(year), LocalDate.of(year, 1, 1), last.isAfter(today) ? today : last);
    }

    /** The first day that counts of an initiative. */
    public LocalDate from(Initiative initiative) {
        var first = year.isPresent() ? from : initiative.startsOn();
        return first.isAfter(to) ? to : first;
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** Whether the initiative goes on on any of its days. */
    public boolean meets(Initiative initiative) {
        return year.isEmpty()
                || (!initiative.startsOn().isAfter(LocalDate.of(year.get(), 12, 31))
                        && initiative.endsOn().filter(end -> end.isBefore(from)).isEmpty());
    }

    /** Whether the year is going on on this day. */
    public boolean runsOn(LocalDate day) {
        return year.filter(one -> one == day.getYear()).isPresent();
    }
}
