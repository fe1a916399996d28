package se.framsteg.cases.continuity;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import se.framsteg.cases.activity.Activity;
import se.framsteg.cases.continuity.History.Effort;
import se.framsteg.cases.continuity.History.Held;
import se.framsteg.shared.StaffId;

/**
 * How whole and unbroken a case has been, as docs/continuity.md defines it. The same is worked out for many cases by
 * {@link ContinuityQueries#EACH}.
 *
 * @param days from the start to the last day that counts, both among them
 * @param current days on end, up to the last, with whoever has the case then; 0 if nobody has
 * @param longest the most days on end with one caseworker
 * @param changes how many times another caseworker has taken over since the start
 * @param same whether one and the same has had it on each day on which it did not rest
 * @param counted the days on which the case did not rest
 * @param parallel those of them with efforts of at least two kinds
 * @param toWork days from the start to the first with an effort towards work; empty if there has been none
 */
public record Continuity(
        int days,
        int current,
        int longest,
        int changes,
        boolean same,
        int counted,
        int parallel,
        Optional<Integer> toWork,
        Gaps gaps) {

    /**
     * Days on which the case did not rest and nothing went on.
     *
     * @param number of gaps, each days on end
     * @param days of them together
     * @param now whether one lasts
     */
    public record Gaps(int number, int days, int longest, boolean now) {}

    /** The share of the counted days with at least two kinds side by side, in whole percent; empty if no day counts. */
    public Optional<Integer> parallelPercent() {
        return counted == 0 ? Optional.empty() : Optional.of((int) Math.round(100.0 * parallel / counted));
    }

    static Continuity of(History history) {
        var end = history.to().plusDays(1);
        var whole = Days.between(history.from(), end);
        var rest = Days.together(history.rests().stream()
                .map(one -> Days.between(one.from(), one.until().orElse(end))));
        var counted = whole.without(rest);
        var kinds = history.efforts().stream().collect(groupingBy(Effort::kind)).values().stream()
                .map(efforts -> days(efforts, end).and(counted))
                .toList();
        var gaps = counted.without(Days.together(kinds.stream()));
        var work = days(
                        history.efforts().stream()
                                .filter(effort -> effort.kind() == Activity.Kind.WORK)
                                .toList(),
                        end)
                .and(whole);
        var stretches = stretches(history, whole, end);
        return new Continuity(
                whole.number(),
                stretches.stream()
                        .map(Stretch::run)
                        .filter(run -> run.until().equals(end))
                        .mapToInt(Days.Run::days)
                        .sum(),
                stretches.stream()
                        .map(Stretch::run)
                        .mapToInt(Days.Run::days)
                        .max()
                        .orElse(0),
                changes(stretches),
                same(stretches, counted),
                counted.number(),
                sideBySide(kinds).number(),
                work.runs().stream().findFirst().map(run -> (int) ChronoUnit.DAYS.between(history.from(), run.from())),
                new Gaps(
                        gaps.runs().size(),
                        gaps.number(),
                        gaps.longest(),
                        history.goesOn()
                                && gaps.runs().stream()
                                        .anyMatch(run -> run.until().equals(end))));
    }

    private static Days days(List<Effort> efforts, LocalDate end) {
        return Days.together(efforts.stream()
                .map(effort -> Days.between(
                        effort.from(), effort.to().map(last -> last.plusDays(1)).orElse(end))));
    }

    private static Days sideBySide(List<Days> kinds) {
        return Days.together(IntStream.range(0, kinds.size())
                .boxed()
                .flatMap(i -> kinds.subList(i + 1, kinds.size()).stream().map(kinds.get(i)::and)));
    }

    /** Days on end with one caseworker. */
    private record Stretch(StaffId who, Days.Run run) {}

    /** In order; the same caseworker twice on end is one. */
    private static List<Stretch> stretches(History history, Days whole, LocalDate end) {
        var stretches = new ArrayList<Stretch>();
        for (var held : history.held()) {
            days(held, end).and(whole).runs().forEach(run -> add(stretches, new Stretch(held.who(), run)));
        }
        return stretches;
    }

    private static Days days(Held held, LocalDate end) {
        return Days.between(held.from(), held.until().orElse(end));
    }

    private static void add(List<Stretch> stretches, Stretch next) {
        if (!stretches.isEmpty()
                && stretches.getLast().who().equals(next.who())
                && stretches.getLast().run().until().equals(next.run().from())) {
            var last = stretches.removeLast();
            stretches.add(new Stretch(
                    next.who(), new Days.Run(last.run().from(), next.run().until())));
        } else {
            stretches.add(next);
        }
    }

    private static boolean same(List<Stretch> stretches, Days counted) {
        var held = Days.together(stretches.stream().map(stretch -> new Days(List.of(stretch.run()))));
        return !stretches.isEmpty()
                && changes(stretches) == 0
                && counted.without(held).runs().isEmpty();
    }

    private static int changes(List<Stretch> stretches) {
        return (int) IntStream.range(1, stretches.size())
                .filter(i -> !stretches.get(i).who().equals(stretches.get(i - 1).who()))
                .count();
    }
}
