package se.framsteg.cases.continuity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import se.framsteg.cases.activity.Activity;
import se.framsteg.cases.continuity.History.Effort;
import se.framsteg.cases.continuity.History.Held;
import se.framsteg.cases.continuity.History.Rest;
import se.framsteg.shared.StaffId;

/** Histories of cases with something of everything: short ones, so that what lies close together is tried. */
final class RandomHistories {
    private final Random random;
    private final LocalDate today;
    private final List<StaffId> staff;

    RandomHistories(Random random, LocalDate today, List<StaffId> staff) {
        this.random = random;
        this.today = today;
        this.staff = staff;
    }

    History next() {
        var from = today.minusDays(random.nextInt(60));
        var goesOn = random.nextInt(3) > 0;
        var to = goesOn ? today : day(from, today);
        return new History(from, to, goesOn, held(from), efforts(from), rests(from, to));
    }

    private LocalDate day(LocalDate from, LocalDate to) {
        return from.plusDays(random.nextInt((int) (to.toEpochDay() - from.toEpochDay()) + 1));
    }

    /** Most from before the start, one after the other, some on the same day. */
    private List<Held> held(LocalDate start) {
        var held = new ArrayList<Held>();
        var latest = start.plusDays(3);
        var from = day(start.minusDays(9), latest.isBefore(today) ? latest : today);
        for (int more = random.nextInt(4); more > 0; more--) {
            var until = day(from, today);
            held.add(new Held(anybody(), from, Optional.of(until)));
            from = until;
        }
        held.add(new Held(anybody(), from, Optional.empty()));
        return held;
    }

    private StaffId anybody() {
        return staff.get(random.nextInt(staff.size()));
    }

    private List<Effort> efforts(LocalDate start) {
        var efforts = new ArrayList<Effort>();
        for (int more = random.nextInt(7); more > 0; more--) {
            var from = start.minusDays(10).plusDays(random.nextInt(75));
            var to = random.nextInt(4) == 0
                    ? Optional.<LocalDate>empty()
                    : Optional.of(from.plusDays(random.nextInt(20)));
            efforts.add(new Effort(Activity.Kind.values()[random.nextInt(Activity.Kind.values().length)], from, to));
        }
        return efforts;
    }

    private List<Rest> rests(LocalDate start, LocalDate end) {
        var rests = new ArrayList<Rest>();
        var from = start;
        for (int more = random.nextInt(3); more > 0 && from.isBefore(end); more--) {
            var begin = day(from, end);
            var until = day(begin, end);
            if (begin.isBefore(until)) {
                rests.add(new Rest(begin, Optional.of(until)));
            }
            from = until.plusDays(1);
        }
        if (from.isBefore(end) && random.nextInt(4) == 0) {
            rests.add(new Rest(day(from, end), Optional.empty()));
        }
        return rests;
    }
}
