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
    void a_case_begins_with_its_baseline_and_the_first_follow_up_ahead() {
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
    void the_next_round_is_made_on_the_day_that_one_opens() {
        var opens = LocalDate.of(2026, 3, 25);
        assertThat(schedule(21, 3, 21).until(opens.minusDays(1)))
                .extracting("ordinal")
                .containsExactly(0, 1);
        assertThat(schedule(21, 3, 21).until(opens)).extracting("ordinal").containsExactly(0, 1, 2);
    }

    @Test
    void a_case_that_starts_on_the_last_of_a_month_keeps_to_the_end_of_months() {
        var plan = new Initiative.Plan(InstrumentId.create(), 21, 1, 5);
        var dues = new Schedule(LocalDate.of(2026, 1, 31), plan).until(LocalDate.of(2026, 4, 1));
        assertThat(dues)
                .extracting("dueOn")
                .contains(LocalDate.of(2026, 2, 28), LocalDate.of(2026, 3, 31), LocalDate.of(2026, 4, 30));
    }

    @Property
    void at_most_one_round_is_open_on_any_day_and_a_later_one_is_always_there(
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
