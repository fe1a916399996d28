package se.framsteg.seal;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.framsteg.access.Actor;
import se.framsteg.access.Asking;

/** Goes through all blocks from the first, and finds the first place where the journal is not as it was. */
@Component
public class JournalCheck {
    private final SealTable table;
    private final Blocks blocks;
    private final Safe safe;
    private final Asking asking;
    private final TransactionTemplate transaction;

    JournalCheck(SealTable table, Blocks blocks, Safe safe, Asking asking, TransactionTemplate transaction) {
        this.table = table;
        this.blocks = blocks;
        this.safe = safe;
        this.asking = asking;
        this.transaction = transaction;
    }

    /**
     * What was found.
     *
     * @param blocks how many hold, from the first
     * @param rows how many rows there are in them
     * @param last the last block that holds, to be written down
     * @param kept the last block that is known outside the database, in the data folder; empty if none is
     * @param waiting rows that are in no block yet, which the check says nothing about
     * @param broken what is wrong; empty if everything holds
     */
    public record Result(
            long blocks,
            long rows,
            Optional<String> last,
            Optional<String> kept,
            Waiting waiting,
            Optional<Broken> broken) {
        /** Whether there are rows but nothing to check them with: as in the first minutes, or if all blocks have been taken away. */
        public boolean nothingSealed() {
            return blocks == 0 && waiting.rows() > 0;
        }
    }

    /** Where one has come. */
    private record Walk(long blocks, long rows, Optional<Seal> last, Optional<Broken> broken) {
        byte[] hash() {
            return last.map(Seal::hash).orElse(Blocks.NOTHING_BEFORE);
        }

        long settledTo() {
            return last.map(Seal::settledTo).orElse(0L);
        }

        Walk on(Seal seal) {
            return new Walk(blocks + 1, rows + seal.ids().length, Optional.of(seal), broken);
        }

        Walk stopped(Broken why) {
            return new Walk(blocks, rows, last, Optional.of(why));
        }
    }

    /**
     * Checks everything. Each block is read in a transaction of its own, so that long reading holds up nobody.
     *
     * @param written a last seal that somebody has written down, if they have
     */
    Result check(Optional<LastSeal> written) {
        var remembered = safe.last();
        var end = inTransaction(() -> table.last().map(Seal::number).orElse(0L));
        var walk = walk(end);
        if (walk.broken().isEmpty()) {
            walk = compared(walk, end, remembered);
        }
        if (walk.broken().isEmpty()) {
            walk = compared(walk, end, written);
        }
        var settled = walk.settledTo();
        return new Result(
                walk.blocks(),
                walk.rows(),
                walk.last().map(LastSeal::of).map(LastSeal::shown),
                remembered.map(LastSeal::shown),
                inTransaction(() -> table.waiting(settled)),
                walk.broken());
    }

    private Walk walk(long end) {
        var walk = new Walk(0, 0, Optional.empty(), Optional.empty());
        if (end == 0) {
            return walk;
        }
        var key = safe.key();
        if (key.isEmpty()) {
            return walk.stopped(Broken.block(Broken.Kind.NO_KEY, 1));
        }
        for (long number = 1; number <= end && walk.broken().isEmpty(); number++) {
            var so = walk;
            var next = number;
            walk = inTransaction(() -> step(so, next, key.get()));
        }
        return walk;
    }

    private Walk step(Walk so, long number, SealKey key) {
        var found = table.numbered(number);
        if (found.isEmpty()) {
            return so.stopped(Broken.block(Broken.Kind.SEAL_GONE, number));
        }
        var seal = found.get();
        var broken = blocks.broken(seal, key, so.hash())
                .or(() -> table.unknown(so.settledTo(), seal.settledTo())
                        .map(row -> Broken.row(Broken.Kind.ROW_ADDED, seal, row)));
        return broken.map(so::stopped).orElseGet(() -> so.on(seal));
    }

    private Walk compared(Walk walk, long end, Optional<LastSeal> known) {
        if (known.isEmpty()) {
            return walk;
        }
        var kept = known.get();
        if (kept.number() > end) {
            return walk.stopped(Broken.block(Broken.Kind.CUT_OFF, kept.number()));
        }
        var same = inTransaction(
                () -> table.numbered(kept.number()).filter(kept::is).isPresent());
        return same ? walk : walk.stopped(Broken.block(Broken.Kind.OTHER_CHAIN, kept.number()));
    }

    private <T> T inTransaction(java.util.function.Supplier<T> look) {
        return transaction.execute(_ -> {
            asking.by(new Actor.Installation());
            return look.get();
        });
    }
}
