package se.framsteg.assessment;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.framsteg.initiative.Initiative;

/**
 * When a case is measured: a baseline within so many days of the start, then a round every so many months, each with a
 * window before and after its due day. Windows are made narrower where they would otherwise meet, so that at most one
 * round of the schedule is open on any day.
 *
 * @param start the day the case started
 */
record Schedule(LocalDate start, Initiative.Plan plan) {
    /**
     * One round of the schedule.
     *
     * @param ordinal 0 for the baseline, then the number of intervals since the start
     */
    record Planned(Round.Kind kind, int ordinal, LocalDate opensOn, LocalDate dueOn, LocalDate closesOn) {}

    /**
     * The rounds that there should be on a day: all that have opened by then, and the next one after them.
     *
     * @param after only rounds with a higher ordinal than this; -1 for all
     */
    List<Planned> until(LocalDate today, int after) {
        var later = IntStream.iterate(firstFollowUp(), ordinal -> ordinal + 1).mapToObj(this::followUp);
        return upToTheNext(Stream.concat(Stream.of(baseline()), later), today).stream()
                .filter(round -> round.ordinal() > after)
                .toList();
    }

    private static List<Planned> upToTheNext(Stream<Planned> rounds, LocalDate today) {
        var found = new java.util.ArrayList<Planned>();
        for (var next = rounds.iterator(); next.hasNext(); ) {
            var round = next.next();
            found.add(round);
            if (round.opensOn().isAfter(today)) {
                break;
            }
        }
        return found;
    }

    private Planned baseline() {
        var due = baselineDue();
        var closes = due.plusDays(window(due, due(firstFollowUp())));
        return new Planned(Round.Kind.BASELINE, 0, start, due, closes);
    }

    private Planned followUp(int ordinal) {
        var due = due(ordinal);
        var before = ordinal == firstFollowUp() ? baselineDue() : due(ordinal - 1);
        return new Planned(
                Round.Kind.FOLLOW_UP,
                ordinal,
                due.minusDays(window(before, due)),
                due,
                due.plusDays(window(due, due(ordinal + 1))));
    }

    private LocalDate baselineDue() {
        return start.plusDays(plan.baselineDays());
    }

    private LocalDate due(int ordinal) {
        return start.plusMonths((long) plan.intervalMonths() * ordinal);
    }

    /** A baseline with a long time limit takes the place of the follow-ups that fall within it. */
    private int firstFollowUp() {
        return IntStream.iterate(1, ordinal -> ordinal + 1)
                .filter(ordinal -> due(ordinal).isAfter(baselineDue()))
                .findFirst()
                .orElseThrow();
    }

    private long window(LocalDate due, LocalDate next) {
        return Math.min(plan.windowDays(), (ChronoUnit.DAYS.between(due, next) - 1) / 2);
    }
}
