package se.framsteg.seal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * One sealed block: which rows are in it, and the hash over them, itself and the block before.
 *
 * @param ids the rows, in order
 * @param digests the first bytes of each row's hash, one after the other
 * @param settledTo up to which id all rows are in this block or one before
 */
@SuppressWarnings("ArrayRecordComponent")
record Seal(
        long number,
        long[] ids,
        byte[] digests,
        long seenTo,
        List<String> writers,
        long settledTo,
        Instant sealedAt,
        String keyName,
        byte[] hash) {
    static final int HASH_BYTES = 32;
    static final int DIGEST_BYTES = 8;

    private static final byte[] MEANING = "framsteg journal seal 1".getBytes(StandardCharsets.UTF_8);

    /** The same block with this hash. */
    Seal hashed(byte[] found) {
        return new Seal(number, ids, digests, seenTo, writers, settledTo, sealedAt, keyName, found);
    }

    /** The hash that this block should have, as its rows are now, after a block with that hash. */
    byte[] hash(SealKey key, byte[] before, RowHashes rows) {
        var mac = key.mac();
        mac.update(MEANING);
        mac.update(before);
        mac.update(head());
        mac.update(digests);
        rows.addTo(mac);
        return mac.doFinal();
    }

    private byte[] head() {
        var bytes = new Bytes()
                .add(number)
                .add(seenTo)
                .add(settledTo)
                .add(ChronoUnit.MICROS.between(Instant.EPOCH, sealedAt))
                .add(keyName)
                .add(ids.length)
                .add(writers.size());
        writers.forEach(bytes::add);
        for (long id : ids) {
            bytes.add(id);
        }
        return bytes.all();
    }
}
