package se.framsteg.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;
import org.postgresql.PGConnection;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.framsteg.access.Actor;
import se.framsteg.assessment.library.InstrumentLibrary;
import se.framsteg.audit.Journal;

/**
 * Very many persons, to try how the product carries its load. Through the doors they would take hours, so they are written
 * straight into the tables: an initiative of a thousand at a time, each in a transaction of its own. A program that is stopped
 * meanwhile goes on with the next initiative when it is started again. Only few have identity numbers: there are fewer published test numbers
 * than persons, and no others may be used.
 */
@Component
@ConditionalOnProperty("framsteg.demo.enabled")
class LargePopulation {
    static final int IN_AN_INITIATIVE = 1_000;

    private final LargePlaces places;
    private final InstrumentLibrary instruments;
    private final Journal journal;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LargePopulation(
            LargePlaces places,
            InstrumentLibrary instruments,
            Journal journal,
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.places = places;
        this.instruments = instruments;
        this.journal = journal;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Adds persons until there are that many.
     *
     * @param progress told how many there are after each initiative
     */
    void fill(int persons, IntConsumer progress) {
        var today = LocalDate.now(clock);
        var before = places.persons();
        if (before >= persons) {
            return;
        }
        for (int made = before; made < persons; made += IN_AN_INITIATIVE) {
            var some = Math.min(IN_AN_INITIATIVE, persons - made);
            transaction.executeWithoutResult(_ -> initiative(some, today));
            progress.accept(made + some);
        }
        jdbc.execute("analyze");
    }

    private void initiative(int persons, LocalDate today) {
        var number = places.initiatives();
        var place = places.build(number, today);
        var lives = new LargeLives(
                place,
                instruments.get(place.instrument()),
                new LargeLives.Numbers(jdbc, place.lead().association()),
                today,
                new Random(number));
        for (int i = 0; i < persons; i++) {
            lives.live(i);
        }
        jdbc.execute((ConnectionCallback<Boolean>) connection -> copy(connection, lives.rows()));
        lives.numbers().save();
        journal.write(new Actor.Installation().who(), "REGISTER_REFERRAL", lives.traces());
    }

    private static boolean copy(Connection connection, List<Rows> tables) throws SQLException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        tables.forEach(rows -> rows.copy(copy));
        return true;
    }
}
