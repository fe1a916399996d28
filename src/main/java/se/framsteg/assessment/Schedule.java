package se.framsteg.assessment;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import se.framsteg.initiative.Initiative;

/**
 * When a case is measured: a baseline within so many days of the start, then a round every so many months, each with a
 * window before and after its due day. Windows are made narrower where they would otherwise meet, so that at most one
 * round of the schedule is open on any day.
 *
 * @param start the day the case started
 */
public record Schedule(LocalDate start, Initiative.Plan plan) {
    /**
     * One round of the schedule.
     *
     * @param ordinal 0 for the baseline, then the number of intervals since the start
     */
    public record Planned(Round.Kind kind, int ordinal, LocalDate opensOn, LocalDate dueOn, LocalDate closesOn) {}

    /** The rounds that there should be on a day: all that have opened by then, and the next one after them. */
    public List<Planned> until(LocalDate today) {
        var rounds = new ArrayList<Planned>();
        var next = baseline();
        rounds.add(next);
        for (int ordinal = firstFollowUp(); !next.opensOn().isAfter(today); ordinal++) {
            next = followUp(ordinal);
            rounds.add(next);
        }
        return rounds;
    }

    /** The round that comes after the one with this place in the schedule. */
    Planned after(int ordinal) {
        return followUp(Math.max(ordinal + 1, firstFollowUp()));
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
