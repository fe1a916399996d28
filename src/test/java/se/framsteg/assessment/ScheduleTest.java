package se.framsteg.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import se.framsteg.initiative.Initiative;
import se.framsteg.shared.InstrumentId;

class ScheduleTest {
    private static final LocalDate START = LocalDate.of(2026, 1, 15);

    private static Schedule schedule(int baselineDays, int months, int window) {
        return new Schedule(START, new Initiative.Plan(InstrumentId.create(), baselineDays, months, window));
    }

    @Test
    void aCaseBeginsWithItsBaselineAndTheFirstFollowUpAhead() {
        assertThat(schedule(21, 3, 21).until(START))
                .containsExactly(
                        new Schedule.Planned(
                                Round.Kind.BASELINE, 0, START, LocalDate.of(2026, 2, 5), LocalDate.of(2026, 2, 26)),
                        new Schedule.Planned(
                                Round.Kind.FOLLOW_UP,
                                1,
                                LocalDate.of(2026, 3, 25),
                                LocalDate.of(2026, 4, 15),
                                LocalDate.of(2026, 5, 6)));
    }

    @Test
    void theNextRoundIsMadeOnTheDayThatOneOpens() {
        var opens = LocalDate.of(2026, 3, 25);
        assertThat(schedule(21, 3, 21).until(opens.minusDays(1)))
                .extracting("ordinal")
                .containsExactly(0, 1);
        assertThat(schedule(21, 3, 21).until(opens)).extracting("ordinal").containsExactly(0, 1, 2);
    }

    @Test
    void aCaseThatStartsOnTheLastOfAMonthKeepsToTheEndOfMonths() {
        var plan = new Initiative.Plan(InstrumentId.create(), 21, 1, 5);
        var dues = new Schedule(LocalDate.of(2026, 1, 31), plan).until(LocalDate.of(2026, 4, 1));
        assertThat(dues)
                .extracting("dueOn")
                .contains(LocalDate.of(2026, 2, 28), LocalDate.of(2026, 3, 31), LocalDate.of(2026, 4, 30));
    }

    @Property
    void atMostOneRoundIsOpenOnAnyDayAndALaterOneIsAlwaysThere(
            @ForAll @IntRange(min = 1, max = 90) int baselineDays,
            @ForAll @IntRange(min = 1, max = 12) int months,
            @ForAll @IntRange(min = 1, max = 60) int window,
            @ForAll @IntRange(min = 0, max = 1000) int daysIn) {
        var today = START.plusDays(daysIn);
        var rounds = schedule(baselineDays, months, window).until(today);
        assertThat(rounds.getFirst().kind()).isEqualTo(Round.Kind.BASELINE);
        assertThat(rounds.getLast().opensOn().isAfter(today) || rounds.size() == 1)
                .isTrue();
        for (int i = 0; i < rounds.size(); i++) {
            var round = rounds.get(i);
            assertThat(round.opensOn()).isBeforeOrEqualTo(round.dueOn());
            assertThat(round.dueOn()).isBeforeOrEqualTo(round.closesOn());
            if (i > 0) {
                assertThat(rounds.get(i - 1).closesOn()).isBefore(round.opensOn());
                assertThat(rounds.get(i - 1).ordinal()).isLessThan(round.ordinal());
            }
        }
    }
}
