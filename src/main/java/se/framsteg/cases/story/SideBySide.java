package se.framsteg.cases.story;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * A time during which the same number of efforts ran side by side.
 *
 * @param to its last day
 * @param count how many, at least one
 */
record SideBySide(LocalDate from, LocalDate to, int count) {
    /** The whole time from one day to another, cut where the number changes. Times without any effort are left out. */
    static List<SideBySide> of(List<Happening> efforts, LocalDate from, LocalDate to) {
        var cuts = new TreeSet<LocalDate>();
        cuts.add(from);
        efforts.forEach(one -> {
            cuts.add(one.from());
            one.to().map(last -> last.plusDays(1)).ifPresent(cuts::add);
        });
        cuts.removeIf(day -> day.isBefore(from) || day.isAfter(to));
        var times = new ArrayList<SideBySide>();
        for (var day : cuts) {
            var next = cuts.higher(day);
            var last = next == null ? to : next.minusDays(1);
            join(times, new SideBySide(day, last, count(efforts, day)));
        }
        return times.stream().filter(time -> time.count > 0).toList();
    }

    private static int count(List<Happening> efforts, LocalDate day) {
        return (int) efforts.stream().filter(one -> one.on(day)).count();
    }

    private static void join(List<SideBySide> times, SideBySide next) {
        if (!times.isEmpty() && times.getLast().count == next.count) {
            next = new SideBySide(times.removeLast().from, next.to, next.count);
        }
        times.add(next);
    }
}
