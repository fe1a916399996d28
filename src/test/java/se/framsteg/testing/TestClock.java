package se.framsteg.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import se.framsteg.shared.Time;

/** The application's clock in tests: the real one, moved by as much as a test asks while it runs something. */
public final class TestClock extends Clock {
    private volatile Duration moved = Duration.ZERO;

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
        return Instant.now().plus(moved);
    }

    /** Runs something as if it happened later (or earlier, if negative). */
    public <T> T later(Duration by, Callable<T> what) throws Exception {
        var before = moved;
        moved = before.plus(by);
        try {
            return what.call();
        } finally {
            moved = before;
        }
    }

    /** Runs something as if at noon on this day. */
    public <T> T on(LocalDate day, Callable<T> what) throws Exception {
        return later(
                Duration.between(
                        Instant.now(), day.atTime(12, 0).atZone(Time.SWEDEN).toInstant()),
                what);
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Configuration {
        @Bean
        @Primary
        TestClock testClock() {
            return new TestClock();
        }
    }
}
