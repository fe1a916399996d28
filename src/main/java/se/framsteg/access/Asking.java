package se.framsteg.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells the database who is asking, for the rest of the transaction: its policies show and take nothing else than what that
 * actor may see and change, and nothing at all as long as nobody has been told. The guard does it whenever it is asked; a
 * door that looks before it asks the guard, or that works for nobody in particular, does it itself.
 */
@Component
public class Asking {
    private static final Duration SAME_MOMENT = Duration.ofSeconds(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    Asking(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** From now on this actor is asking, until another one is or the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void by(Actor actor) {
        var told = Told.inThisTransaction();
        var now = clock.instant();
        if (!told.holds(actor, now)) {
            jdbc.sql("select set_config('framsteg.asking', ?, true)")
                    .param(named(actor) + " " + now)
                    .query(String.class)
                    .single();
            told.now(actor, now);
        }
    }

    private static String named(Actor actor) {
        return switch (actor) {
            case Actor.Staff staff -> "STAFF " + staff.id();
            case Actor.Respondent respondent -> "RESPONDENT " + respondent.round();
            case Actor.Installation _ -> "INSTALLATION -";
        };
    }

    /** What a transaction's connection has been told. */
    private static final class Told implements TransactionSynchronization {
        private @Nullable Actor actor;
        private Instant at = Instant.MIN;

        static Told inThisTransaction() {
            for (var other : TransactionSynchronizationManager.getSynchronizations()) {
                if (other instanceof Told told) {
                    return told;
                }
            }
            var told = new Told();
            TransactionSynchronizationManager.registerSynchronization(told);
            return told;
        }

        boolean holds(Actor asked, Instant now) {
            return asked.equals(actor)
                    && Duration.between(at, now).abs().compareTo(SAME_MOMENT) < 0;
        }

        void now(Actor asking, Instant now) {
            actor = asking;
            at = now;
        }
    }
}
