package se.framsteg.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells the database who is asking, for the rest of the transaction: its policies show and take nothing else than what that
 * actor may see and change, and nothing at all as long as nobody has been told. It is told of whoever comes to a door
 * ({@link AskingAtDoors}) and whoever the guard is asked about; what is done for nobody in particular says so itself.
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
            tell(named(actor) + " " + now);
            told.now(actor, now);
        }
    }

    /**
     * Does something for nobody in particular, as a task of the installation's own or what comes before it is known who
     * somebody is, and sees everything in it. In the transaction that there is, or one of its own; whoever was asking before is
     * asking again afterwards.
     */
    @Transactional
    public <T> T byInstallation(Supplier<T> work) {
        return during(new Actor.Installation(), work::get);
    }

    /** Does something while this actor is asking; afterwards whoever was before is again, and nobody if nobody was. */
    <T extends @Nullable Object, E extends Throwable> T during(Actor actor, Work<T, E> work) throws E {
        var before = Told.inThisTransaction().actor();
        by(actor);
        T done;
        try {
            done = work.run();
        } catch (Throwable failure) {
            backAfter(failure, before);
            throw failure;
        }
        backTo(before);
        return done;
    }

    private void backTo(Optional<Actor> before) {
        if (before.isPresent()) {
            by(before.get());
        } else if (!TransactionAspectSupport.currentTransactionStatus().isNewTransaction()) {
            // A transaction that began here ends here.
            tell("");
            Told.inThisTransaction().nobody();
        }
    }

    /** Where the database itself has failed, nothing more can be told or asked in this transaction. */
    private void backAfter(Throwable failure, Optional<Actor> before) {
        try {
            backTo(before);
        } catch (DataAccessException aborted) {
            failure.addSuppressed(aborted);
        }
    }

    private void tell(String who) {
        jdbc.sql("select set_config('framsteg.asking', ?, true)")
                .param(who)
                .query(String.class)
                .single();
    }

    /** Something to do that may fail. */
    interface Work<T extends @Nullable Object, E extends Throwable> {
        T run() throws E;
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
        private Instant at = Instant.EPOCH;

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

        Optional<Actor> actor() {
            return Optional.ofNullable(actor);
        }

        boolean holds(Actor asked, Instant now) {
            return asked.equals(actor) && Duration.between(at, now).abs().compareTo(SAME_MOMENT) < 0;
        }

        void nobody() {
            actor = null;
        }

        void now(Actor asking, Instant now) {
            actor = asking;
            at = now;
        }
    }
}
