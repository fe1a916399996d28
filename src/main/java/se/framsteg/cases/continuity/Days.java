package se.framsteg.cases.continuity;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A set of days, as runs that neither overlap nor touch, in order: what PostgreSQL calls a {@code datemultirange}, with which the same is
 * worked out for many cases.
 */
record Days(List<Run> runs) {
    static final Days NONE = new Days(List.of());

    Days {
        runs = List.copyOf(runs);
    }

    /**
     * Days on end.
     *
     * @param until the day after the last
     */
    record Run(LocalDate from, LocalDate until) {
        int days() {
            return (int) ChronoUnit.DAYS.between(from, until);
        }
    }

    /** The days from one to another, which is not among them; none if that is not later. */
    static Days between(LocalDate from, LocalDate until) {
        return from.isBefore(until) ? new Days(List.of(new Run(from, until))) : NONE;
    }

    static Days together(Stream<Days> some) {
        var sorted = some.flatMap(one -> one.runs().stream())
                .sorted(Comparator.comparing(Run::from))
                .toList();
        var runs = new ArrayList<Run>();
        for (var run : sorted) {
            if (runs.isEmpty() || runs.getLast().until().isBefore(run.from())) {
                runs.add(run);
            } else {
                var last = runs.removeLast();
                runs.add(new Run(last.from(), later(last.until(), run.until())));
            }
        }
        return new Days(runs);
    }

    /** Those that are in both. */
    Days and(Days other) {
        return together(runs.stream()
                .flatMap(one -> other.runs().stream()
                        .map(two -> between(later(one.from(), two.from()), earlier(one.until(), two.until())))));
    }

    /** Those that are not in the other. */
    Days without(Days other) {
        var left = this;
        for (var gone : other.runs()) {
            left = together(left.runs().stream()
                    .flatMap(run -> Stream.of(
                            between(run.from(), earlier(run.until(), gone.from())),
                            between(later(run.from(), gone.until()), run.until()))));
        }
        return left;
    }

    int number() {
        return runs.stream().mapToInt(Run::days).sum();
    }

    int longest() {
        return runs.stream().mapToInt(Run::days).max().orElse(0);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
