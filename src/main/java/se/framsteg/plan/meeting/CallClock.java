package se.framsteg.plan.meeting;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import se.framsteg.plan.Plan;

/**
 * Which days hold, and what is late. A SAMSIP is a local agreement (Samspelet, Värmland): a called party comes to a meeting within a
 * number of days, three weeks there, from the day that the summons was sent. When somebody leaves a hospital the summons goes out
 * within a number of days, three there (by law 2017:612 and what has been agreed), from the day that the need was seen. For a SIP the
 * law says that work begins without delay (SoL 2025:400 10 kap. 8–9 §§, HSL 16 kap. 4 §), and no number of days: nothing is ever late.
 * All days are whole and Swedish; the last day is in time.
 */
public final class CallClock {
    /** How many days before a meeting it is good to know who comes, and how many days whoever answers has at least. */
    private static final int TO_KNOW = 7;

    private static final int TO_ANSWER = 3;

    private CallClock() {}

    /**
     * Within how many days, 1–365 each.
     *
     * @param samsip from the day that the summons was sent to the meeting
     * @param discharge from the day that the need was seen to the summons
     */
    record Days(int samsip, int discharge) {
        static final int MOST = 365;
        static final Days USUAL = new Days(21, 3);
    }

    public enum Late {
        /** There was no meeting in time. */
        NOT_MET,
        /** They have not replied either. */
        NOT_REPLIED
    }

    /** The last day on which a party that was summoned this day comes in time; empty where no number of days holds. */
    static Optional<LocalDate> comeBy(Plan.Kind plan, LocalDate summonedOn, Days days) {
        return plan == Plan.Kind.SAMSIP ? Optional.of(summonedOn.plusDays(days.samsip())) : Optional.empty();
    }

    /** The last day on which a summons goes out in time; empty where no number of days holds. */
    static Optional<LocalDate> callBy(Plan.Kind plan, LocalDate needSeenOn, Days days) {
        return plan == Plan.Kind.DISCHARGE ? Optional.of(needSeenOn.plusDays(days.discharge())) : Optional.empty();
    }

    /** The last day on which it is wished that somebody answers: a week before. Empty if they would have no time for it. A wish, no rule. */
    static Optional<LocalDate> replyBy(LocalDate meetsOn, LocalDate today) {
        return Optional.of(meetsOn.minusDays(TO_KNOW)).filter(day -> !day.isBefore(today.plusDays(TO_ANSWER)));
    }

    /**
     * What is late of a party that was to come by a day.
     *
     * @param metOn the day of the first meeting since; empty if there has been none
     */
    static Set<Late> late(LocalDate comeBy, LocalDate today, Optional<LocalDate> metOn, boolean replied) {
        var late = EnumSet.noneOf(Late.class);
        if (today.isAfter(comeBy)) {
            if (metOn.filter(day -> !day.isAfter(comeBy)).isEmpty()) {
                late.add(Late.NOT_MET);
            }
            if (!replied) {
                late.add(Late.NOT_REPLIED);
            }
        }
        return late;
    }

    /**
     * Whether a summons went out too late, or has not gone out though it should.
     *
     * @param calledOn the day of the first summons; empty if none has gone
     */
    static boolean calledLate(LocalDate callBy, LocalDate today, Optional<LocalDate> calledOn) {
        return calledOn.orElse(today).isAfter(callBy);
    }
}
