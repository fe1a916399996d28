package se.framsteg.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Random;
import java.util.function.IntConsumer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.access.Actor;
import se.framsteg.access.Asking;
import se.framsteg.assessment.library.InstrumentLibrary;
import se.framsteg.audit.Journal;
import se.framsteg.demo.DemoPlaces.Workplace;

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
    private final JdbcClient jdbc;
    private final Asking asking;
    private final Clock clock;

    LargePopulation(
            LargePlaces places,
            InstrumentLibrary instruments,
            Journal journal,
            JdbcClient jdbc,
            Asking asking,
            Clock clock) {
        this.places = places;
        this.instruments = instruments;
        this.journal = journal;
        this.jdbc = jdbc;
        this.asking = asking;
        this.clock = clock;
    }

    /**
     * Adds persons until there are that many.
     *
     * @param progress told how many there are after each initiative
     */
    void fill(int persons, IntConsumer progress) {
        var today = LocalDate.now(clock);
        var before = asking.byInstallation(places::persons);
        if (before >= persons) {
            return;
        }
        for (int made = before; made < persons; made += IN_AN_INITIATIVE) {
            var some = Math.min(IN_AN_INITIATIVE, persons - made);
            asking.byInstallation(() -> initiative(some, today));
            progress.accept(made + some);
        }
        jdbc.sql("analyze").update();
    }

    private Workplace initiative(int persons, LocalDate today) {
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
        lives.rows().forEach(rows -> rows.insert(jdbc));
        LargeSharing.share(jdbc, place.initiative());
        lives.numbers().save();
        journal.write(new Actor.Installation().who(), "REGISTER_REFERRAL", lives.traces());
        return place;
    }
}
