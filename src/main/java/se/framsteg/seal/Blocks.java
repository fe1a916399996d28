package se.framsteg.seal;

import java.security.MessageDigest;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks whether one block still is what it was when it was sealed. */
@Component
class Blocks {
    static final byte[] NOTHING_BEFORE = new byte[Seal.HASH_BYTES];

    private final SealTable table;

    Blocks(SealTable table) {
        this.table = table;
    }

    /** What is wrong with a block that is to follow one with that hash; empty if nothing is. */
    Optional<Broken> broken(Seal seal, SealKey key, byte[] before) {
        if (!seal.keyName().equals(key.name())) {
            return Optional.of(Broken.block(Broken.Kind.OTHER_KEY, seal.number()));
        }
        var rows = table.rows(seal);
        if (MessageDigest.isEqual(seal.hash(), seal.hash(key, before, rows))) {
            return Optional.empty();
        }
        return Optional.of(firstRow(seal, rows).orElseGet(() -> Broken.block(Broken.Kind.SEAL_CHANGED, seal.number())));
    }

    /** The same of the last block, whatever block is before it. */
    Optional<Broken> broken(Seal last, SealKey key) {
        if (last.number() == 1) {
            return broken(last, key, NOTHING_BEFORE);
        }
        return table.numbered(last.number() - 1)
                .map(before -> broken(last, key, before.hash()))
                .orElseGet(() -> Optional.of(Broken.block(Broken.Kind.SEAL_GONE, last.number() - 1)));
    }

    private static Optional<Broken> firstRow(Seal seal, RowHashes rows) {
        var there = rows.ids();
        var digests = rows.digests();
        for (int i = 0; i < seal.ids().length; i++) {
            if (i >= there.length || there[i] != seal.ids()[i]) {
                return Optional.of(Broken.row(Broken.Kind.ROW_GONE, seal, seal.ids()[i]));
            }
            if (!same(seal.digests(), digests, i * Seal.DIGEST_BYTES)) {
                return Optional.of(Broken.row(Broken.Kind.ROW_CHANGED, seal, seal.ids()[i]));
            }
        }
        return Optional.empty();
    }

    private static boolean same(byte[] sealed, byte[] now, int from) {
        var to = from + Seal.DIGEST_BYTES;
        return sealed.length >= to && java.util.Arrays.equals(sealed, from, to, now, from, to);
    }
}
