package se.framsteg.seal;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.framsteg.access.Actor;
import se.framsteg.access.Asking;

/**
 * Seals what has been written in the journal since the last time. Before a new block is made the last one is looked at: where it
 * does not hold nothing more is sealed, so that no forgery is made good by those who come after it.
 */
@Component
class Sealing {
    private static final Logger log = LoggerFactory.getLogger(Sealing.class);

    static final int MOST_ROWS = 10_000;

    private final SealTable table;
    private final Blocks blocks;
    private final Safe safe;
    private final Asking asking;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Sealing(SealTable table, Blocks blocks, Safe safe, Asking asking, TransactionTemplate transaction, Clock clock) {
        this.table = table;
        this.blocks = blocks;
        this.safe = safe;
        this.asking = asking;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param rows how many rows are sealed that were not before
     * @param obstacle why no more could be sealed
     */
    record Outcome(long rows, Optional<Broken> obstacle) {}

    /** Seals all that has been committed. */
    Outcome run() {
        long rows = 0;
        while (true) {
            var made = block();
            rows += made.rows();
            if (made.obstacle().isPresent() || made.rows() < MOST_ROWS) {
                return new Outcome(rows, made.obstacle());
            }
        }
    }

    private record Made(Outcome outcome, Optional<Seal> seal) {}

    private Outcome block() {
        // Read before the database is: it may then be behind, but never ahead.
        var remembered = safe.last();
        var made = transaction.execute(_ -> {
            asking.by(new Actor.Installation());
            table.lock();
            var last = table.last();
            var obstacle = obstacle(last, remembered);
            return obstacle.isPresent()
                    ? new Made(new Outcome(0, obstacle), Optional.empty())
                    : after(last, (last.isPresent() ? safe.key() : safe.firstKey()).orElseThrow());
        });
        made.seal().map(LastSeal::of).ifPresent(this::keep);
        return made.outcome();
    }

    /** In the log too, where the owner of the database does not reach it. */
    private void keep(LastSeal last) {
        log.info("The journal is sealed to block {}", last.shown());
        try {
            safe.keep(last);
        } catch (RuntimeException e) {
            log.error(
                    "The last block could not be kept in the data folder: {}",
                    e.getClass().getName());
        }
    }

    /**
     * How it stands.
     *
     * @param kept the last block that is known outside the database
     */
    record Now(Optional<Seal> last, Optional<LastSeal> kept, long rows, Waiting waiting, Optional<Broken> obstacle) {}

    /** To be asked in a transaction of the installation. */
    Now now() {
        var obstacle = obstacle();
        var last = table.last();
        return new Now(
                last,
                safe.last(),
                table.sealedRows(),
                table.waiting(last.map(Seal::settledTo).orElse(0L)),
                obstacle);
    }

    /** Why nothing more may be sealed. To be asked in a transaction of the installation. */
    Optional<Broken> obstacle() {
        var remembered = safe.last();
        return obstacle(table.last(), remembered);
    }

    private Optional<Broken> obstacle(Optional<Seal> last, Optional<LastSeal> remembered) {
        if (!safe.hasKey() || (last.isPresent() && safe.key().isEmpty())) {
            return Optional.of(
                    Broken.block(Broken.Kind.NO_KEY, last.map(Seal::number).orElse(0L)));
        }
        return forgotten(last, remembered)
                .or(() -> last.flatMap(seal -> blocks.broken(seal, safe.key().orElseThrow())));
    }

    /** A block that is remembered outside the database must be there, and be the same. */
    private Optional<Broken> forgotten(Optional<Seal> last, Optional<LastSeal> remembered) {
        return remembered.flatMap(kept -> {
            if (kept.number() > last.map(Seal::number).orElse(0L)) {
                return Optional.of(Broken.block(Broken.Kind.CUT_OFF, kept.number()));
            }
            return table.numbered(kept.number()).filter(kept::is).isPresent()
                    ? Optional.empty()
                    : Optional.of(Broken.block(Broken.Kind.OTHER_CHAIN, kept.number()));
        });
    }

    private Made after(Optional<Seal> last, SealKey key) {
        var settledBefore = last.map(Seal::settledTo).orElse(0L);
        // In this order: whoever took an id up to the highest has ended since, and then it is seen below, or is among
        // the writers.
        var seen = table.highest();
        var writers = table.writers();
        var settled = Math.max(settledBefore, writers.isEmpty() ? seen : table.settled(writers));
        var rows = table.unsealed(settledBefore, MOST_ROWS);
        if (rows.count() == 0) {
            return new Made(new Outcome(0, Optional.empty()), Optional.empty());
        }
        var ids = rows.ids();
        var draft = new Seal(
                last.map(Seal::number).orElse(0L) + 1,
                ids,
                rows.digests(),
                seen,
                writers,
                rows.count() < MOST_ROWS ? settled : Math.max(settledBefore, Math.min(settled, ids[ids.length - 1])),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                key.name(),
                Blocks.NOTHING_BEFORE);
        var seal = draft.hashed(draft.hash(key, last.map(Seal::hash).orElse(Blocks.NOTHING_BEFORE), rows));
        table.add(seal);
        return new Made(new Outcome(rows.count(), Optional.empty()), Optional.of(seal));
    }
}
