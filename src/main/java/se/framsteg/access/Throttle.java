package se.framsteg.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.shared.Secrets;

/**
 * Slows down guessing. Each key (an account or an address) bears some failures for nothing; after them every further one
 * makes the next attempt wait twice as long, from a second up to a quarter of an hour. Failures leak away with time, so that
 * an address that many share does not fill up for ever.
 *
 * <p>An attempt is counted as failed before it is made and taken back if it succeeds: many attempts at once gain nothing.
 */
@Component
public class Throttle {
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final Clock clock;

    Throttle(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What is guessed at, or from where.
     *
     * @param name stored as a hash only
     * @param free how many failures cost nothing
     * @param leak how long it takes for one failure to be forgotten
     */
    public record Key(String name, int free, Duration leak) {
        public static Key account(String email) {
            return new Key("account " + email, 5, Duration.ofHours(1));
        }

        /** Many people may share one address, so it bears more and forgets sooner. */
        public static Key address(String address) {
            return new Key("address " + address, 30, Duration.ofMinutes(1));
        }

        byte[] hash() {
            return Secrets.hash(name);
        }
    }

    /**
     * Begins an attempt at this key. It stands as a failure, whatever becomes of the caller's transaction, until
     * {@link #succeeded}.
     *
     * @return how long to wait first; empty if the attempt may be made now
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Optional<Duration> begin(Key key) {
        var now = clock.instant();
        jdbc.sql("insert into attempts (key, failures, last_failure_at) values (:key, 0, :now) on conflict do nothing")
                .param("key", key.hash())
                .param("now", utc(now))
                .update();
        var pause = jdbc.sql("select failures, last_failure_at from attempts where key = ? for update")
                .param(key.hash())
                .query((row, i) -> attempt(
                        key,
                        row.getInt("failures"),
                        row.getObject("last_failure_at", OffsetDateTime.class).toInstant(),
                        now))
                .single();
        return pause.isPositive() ? Optional.of(pause) : Optional.empty();
    }

    private Duration attempt(Key key, int failures, Instant lastFailure, Instant now) {
        // A clock that was set back must not lock anybody out until it has caught up.
        var last = lastFailure.isAfter(now) ? now : lastFailure;
        var remembered =
                (int) Math.max(0, failures - Duration.between(last, now).dividedBy(key.leak()));
        var pause = pause(remembered - key.free(), last, now);
        if (!pause.isPositive()) {
            jdbc.sql("update attempts set failures = :failures, last_failure_at = :now where key = :key")
                    .param("failures", remembered + 1)
                    .param("now", utc(now))
                    .param("key", key.hash())
                    .update();
        }
        return pause;
    }

    private static Duration pause(int costly, Instant last, Instant now) {
        if (costly <= 0) {
            return Duration.ZERO;
        }
        var wait = FIRST_WAIT.multipliedBy(1L << Math.min(costly - 1, 20));
        return Duration.between(now, last.plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait));
    }

    /** Takes back the failure of the attempt that turned out right. */
    @Transactional
    public void succeeded(Key key) {
        jdbc.sql("update attempts set failures = greatest(0, failures - 1) where key = ?")
                .param(key.hash())
                .update();
    }

    /** Forgets all failures at this key. */
    @Transactional
    public void forget(Key key) {
        jdbc.sql("delete from attempts where key = ?").param(key.hash()).update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
