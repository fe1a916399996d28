package se.framsteg.cases.continuity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import se.framsteg.cases.activity.Activity;
import se.framsteg.cases.continuity.History.Effort;
import se.framsteg.cases.continuity.History.Held;
import se.framsteg.shared.Id;
import se.framsteg.shared.StaffId;

/** What is worked out by runs of days is the same as when each day is asked about by itself. */
class ContinuityPropertiesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 3);
    private static final List<StaffId> STAFF =
            List.of(new StaffId(Id.next()), new StaffId(Id.next()), new StaffId(Id.next()));

    @Property(tries = 2000)
    void itIsTheSameDayByDay(@ForAll long seed) {
        var history = new RandomHistories(new Random(seed), TODAY, STAFF).next();
        assertThat(Continuity.of(history)).isEqualTo(new DayByDay(history).count());
    }

    /** Goes through the days one by one. */
    private static final class DayByDay {
        private final History history;
        private int days;
        private int counted;
        private int parallel;
        private Optional<Integer> toWork = Optional.empty();
        private int gaps;
        private int gapDays;
        private int gap;
        private int longestGap;
        private @Nullable StaffId who;
        private int same;
        private int longest;
        private int changes;
        private @Nullable StaffId last;
        private final Set<StaffId> holders = new HashSet<>();
        private boolean nobody;

        DayByDay(History history) {
            this.history = history;
        }

        Continuity count() {
            for (var day = history.from(); !day.isAfter(history.to()); day = day.plusDays(1)) {
                caseworker(day);
                efforts(day);
                days++;
            }
            return new Continuity(
                    days,
                    who == null ? 0 : same,
                    longest,
                    changes,
                    holders.size() == 1 && !nobody,
                    counted,
                    parallel,
                    toWork,
                    new Continuity.Gaps(gaps, gapDays, longestGap, history.goesOn() && gap > 0));
        }

        private void caseworker(LocalDate day) {
            var now = history.held().stream()
                    .filter(held -> on(held, day))
                    .map(Held::who)
                    .findFirst()
                    .orElse(null);
            same = now != null && now.equals(who) ? same + 1 : now == null ? 0 : 1;
            who = now;
            longest = Math.max(longest, same);
            if (now == null) {
                nobody |= !rests(day);
            } else {
                holders.add(now);
                if (last != null && !now.equals(last)) {
                    changes++;
                }
                last = now;
            }
        }

        private static boolean on(Held held, LocalDate day) {
            return !held.from().isAfter(day)
                    && held.until().filter(until -> !until.isAfter(day)).isEmpty();
        }

        private static boolean on(Effort effort, LocalDate day) {
            return !effort.from().isAfter(day)
                    && effort.to().filter(to -> to.isBefore(day)).isEmpty();
        }

        private boolean rests(LocalDate day) {
            return history.rests().stream()
                    .anyMatch(rest -> !rest.from().isAfter(day)
                            && rest.until().filter(until -> !until.isAfter(day)).isEmpty());
        }

        private void efforts(LocalDate day) {
            Set<Activity.Kind> kinds = EnumSet.noneOf(Activity.Kind.class);
            history.efforts().stream().filter(effort -> on(effort, day)).forEach(effort -> kinds.add(effort.kind()));
            if (toWork.isEmpty() && kinds.contains(Activity.Kind.WORK)) {
                toWork = Optional.of(days);
            }
            if (rests(day)) {
                gap = 0;
                return;
            }
            counted++;
            parallel += kinds.size() >= 2 ? 1 : 0;
            if (kinds.isEmpty()) {
                gaps += gap == 0 ? 1 : 0;
                gapDays++;
                gap++;
                longestGap = Math.max(longestGap, gap);
            } else {
                gap = 0;
            }
        }
    }
}
