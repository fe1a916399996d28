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
 * Slows down guessing. After some failures at one key (an account or an address) each further one makes the next attempt
 * wait twice as long, from a second up to a quarter of an hour; a day without failures forgets them.
 */
@Component
public class Throttle {
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

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
     */
    public record Key(String name, int free) {
        public static Key account(String email) {
            return new Key("account " + email, 5);
        }

        /** Many people may share one address, so it bears more. */
        public static Key address(String address) {
            return new Key("address " + address, 30);
        }

        byte[] hash() {
            return Secrets.hash(name);
        }
    }

    /** How long attempts at this key must still wait; empty if one may be made now. */
    @Transactional(propagation = Propagation.REQUIRED)
    public Optional<Duration> pause(Key key) {
        var now = clock.instant();
        return jdbc.sql("select failures, last_failure_at from attempts where key = ?")
                .param(key.hash())
                .query((row, i) -> remaining(
                        row.getInt("failures") - key.free(),
                        row.getObject("last_failure_at", OffsetDateTime.class).toInstant(),
                        now))
                .optional()
                .filter(Duration::isPositive);
    }

    private static Duration remaining(int costly, Instant last, Instant now) {
        if (costly <= 0) {
            return Duration.ZERO;
        }
        var wait = FIRST_WAIT.multipliedBy(1L << Math.min(costly - 1, 20));
        var until = last.plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
        return Duration.between(now, until);
    }

    /** Notes a failure. It stays noted though the attempt's own transaction fails. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void failed(Key key) {
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        jdbc.sql("""
            insert into attempts as a (key, failures, last_failure_at) values (:key, 1, :now)
            on conflict (key) do update set
              failures = case when a.last_failure_at < :forgotten then 1 else a.failures + 1 end,
              last_failure_at = :now\
            """)
                .param("key", key.hash())
                .param("now", now)
                .param("forgotten", now.minus(FORGOTTEN_AFTER))
                .update();
    }

    /** Forgets the failures at this key. */
    @Transactional
    public void succeeded(Key key) {
        jdbc.sql("delete from attempts where key = ?").param(key.hash()).update();
    }
}
