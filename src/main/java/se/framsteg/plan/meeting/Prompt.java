package se.framsteg.plan.meeting;

import java.time.LocalDate;
import java.util.Optional;
import se.framsteg.plan.Plan;

/**
 * What a plan waits for.
 *
 * @param due the day by which it is to be done
 * @param late whether that day has passed; never of what the law gives no number of days for
 */
public record Prompt(What what, LocalDate due, boolean late) {
    /** What there is to do, what presses most first. */
    public enum What {
        /** A summons is to go out before somebody leaves the hospital. */
        CALL,
        /** A called party has not met, and was to. */
        MEET,
        /** The person wants a plan, and no meeting is planned: without delay, says the law. */
        PLAN,
        /** A meeting is planned, and nobody has been told. */
        SEND,
        /** An e-mail to somebody who is asked has not got through, and they may not know of the meeting. */
        REACH,
        /** The day of a meeting has passed, and nobody has said how it went. */
        CLOSE
    }

    /**
     * How it stands with a plan, or with a need of one.
     *
     * @param kind empty while only the need has been said yes to
     * @param seenOn when the need was seen
     * @param wantedOn when the person said yes to it
     * @param met whether there has been a meeting
     * @param ahead the day of the meeting that is planned
     * @param summonedOn when the first summons to that meeting was sent
     * @param calledOn when the first summons of all was sent
     * @param told whether anybody has been told of the meeting that is planned
     * @param returned whether an e-mail about it has been given up
     */
    record Standing(
            Optional<Plan.Kind> kind,
            Optional<LocalDate> seenOn,
            Optional<LocalDate> wantedOn,
            boolean met,
            Optional<LocalDate> ahead,
            Optional<LocalDate> summonedOn,
            Optional<LocalDate> calledOn,
            boolean told,
            boolean returned) {}

    /** What presses most; empty if it waits for nothing. */
    static Optional<Prompt> of(Standing standing, CallClock.Days days, LocalDate today) {
        return call(standing, days, today)
                .or(() -> meet(standing, days, today))
                .or(() -> close(standing, today))
                .or(() -> plan(standing))
                .or(() -> send(standing))
                .or(() -> reach(standing));
    }

    private static Optional<Prompt> call(Standing standing, CallClock.Days days, LocalDate today) {
        return standing.calledOn().isPresent() || standing.met()
                ? Optional.empty()
                : standing.kind()
                        .flatMap(kind -> standing.seenOn().flatMap(seen -> CallClock.callBy(kind, seen, days)))
                        .map(by -> new Prompt(What.CALL, by, CallClock.calledLate(by, today, Optional.empty())));
    }

    private static Optional<Prompt> meet(Standing standing, CallClock.Days days, LocalDate today) {
        return standing.kind()
                .flatMap(kind -> standing.summonedOn().flatMap(on -> CallClock.comeBy(kind, on, days)))
                .filter(by -> !CallClock.late(by, today, Optional.empty(), true).isEmpty())
                .map(by -> new Prompt(What.MEET, by, true));
    }

    private static Optional<Prompt> close(Standing standing, LocalDate today) {
        return standing.ahead().filter(day -> day.isBefore(today)).map(day -> new Prompt(What.CLOSE, day, true));
    }

    private static Optional<Prompt> plan(Standing standing) {
        return standing.met() || standing.ahead().isPresent()
                ? Optional.empty()
                : standing.wantedOn().map(on -> new Prompt(What.PLAN, on, false));
    }

    private static Optional<Prompt> send(Standing standing) {
        return standing.told() ? Optional.empty() : standing.ahead().map(on -> new Prompt(What.SEND, on, false));
    }

    private static Optional<Prompt> reach(Standing standing) {
        return standing.returned() ? standing.ahead().map(on -> new Prompt(What.REACH, on, false)) : Optional.empty();
    }
}
