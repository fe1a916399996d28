package se.framsteg.cases.story;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that is told of one case.
 *
 * @param begun the day on which the time line begins
 * @param ended the day on which the case ended; empty while it goes on
 */
public record Story(List<Happening> happenings, LocalDate begun, Optional<LocalDate> ended, LocalDate today) {
    /** How far into the future the picture reaches, however far ahead something is planned. */
    private static final int MONTHS_AHEAD = 6;

    /** From so many months on there is a year to look closer at. */
    private static final int MONTHS_FOR_CLOSER = 14;

    public Story {
        happenings = happenings.stream()
                .sorted(Comparator.comparing(Happening::from).thenComparing(Happening::lane))
                .toList();
    }

    /** Where the case is on the methods that it goes by. */
    public List<Happening> here() {
        return happenings.stream()
                .filter(one -> one.lane() == Lane.PATHWAY && one.to().isEmpty())
                .toList();
    }

    /** As a list is read: what came last is first. */
    public List<Happening> newestFirst() {
        return happenings.reversed();
    }

    /** What was done with or for the person, in order of time; mistakes are left out. */
    public List<Happening> efforts() {
        return valid().filter(one -> one.lane().effort()).toList();
    }

    private Stream<Happening> valid() {
        return happenings.stream().filter(one -> !one.withdrawn());
    }

    /** The efforts that go on today, by kind; a kind comes back for each of its efforts. */
    public List<Lane> goingOn() {
        return efforts().stream()
                .filter(one -> one.on(today))
                .map(Happening::lane)
                .sorted()
                .toList();
    }

    /** How many efforts have run side by side at most, up to today. */
    public int mostAtOnce() {
        return SideBySide.of(efforts(), begun, today).stream()
                .mapToInt(SideBySide::count)
                .max()
                .orElse(0);
    }

    /** Those who have had the case, in order. */
    public List<Happening> caseworkers() {
        return valid().filter(one -> one.lane() == Lane.CASEWORKER).toList();
    }

    /** Who has the case, or had it when it ended; empty if nobody has. */
    public Optional<Happening> caseworker() {
        return caseworkers().stream()
                .filter(one -> ended.isPresent() || one.to().isEmpty())
                .reduce((_, last) -> last);
    }

    /** Whether the last year can be looked at closer. */
    public boolean longerThanAYear() {
        return begun.isBefore(until().minusMonths(MONTHS_FOR_CLOSER));
    }

    /** The picture, of the whole time or of the last year of it. */
    public TimeLine timeLine(boolean lastYear) {
        var from = lastYear && longerThanAYear() ? until().minusYears(1) : begun;
        return new TimeLine(valid().toList(), from, until(), today);
    }

    /** The last day of the picture: today or the end of the case, or later if something is known of later days. */
    private LocalDate until() {
        var farthest = today.plusMonths(MONTHS_AHEAD);
        var base = ended.filter(_ -> efforts().stream().noneMatch(one -> one.on(today)))
                .orElse(today);
        return valid().flatMap(one -> Stream.of(one.from(), one.to().orElse(one.from())))
                .filter(day -> day.isAfter(base))
                .max(Comparator.naturalOrder())
                .map(day -> day.isAfter(farthest) ? farthest : day)
                .orElse(base);
    }
}
