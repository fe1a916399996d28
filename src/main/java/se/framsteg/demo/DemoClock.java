package se.framsteg.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import se.framsteg.shared.Time;

/**
 * The clock of a demo installation. While the population is made its past is lived through day by day, so that what happened
 * is dated as it would have been; otherwise it shows the time.
 */
final class DemoClock extends Clock {
    private static final ScopedValue<Instant> THEN = ScopedValue.newInstance();

    /** Lets something happen at ten o'clock on that day. */
    static <T> T on(LocalDate day, ScopedValue.CallableOp<T, RuntimeException> what) {
        return at(day.atTime(10, 0).atZone(Time.SWEDEN).toInstant(), what);
    }

    /** Lets something happen at that moment. */
    static <T> T at(Instant moment, ScopedValue.CallableOp<T, RuntimeException> what) {
        return ScopedValue.where(THEN, moment).call(what);
    }

    @Override
    public ZoneId getZone() {
        return Time.SWEDEN;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }

    @Override
    public Instant instant() {
        return now();
    }

    /** The moment that is lived through. */
    static Instant now() {
        return THEN.isBound() ? THEN.get() : Instant.now();
    }
}
