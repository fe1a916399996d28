package se.framsteg.seal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Mac;
import org.springframework.jdbc.core.RowCallbackHandler;

/** The ids and hashes (SHA-256) of rows of the journal that stream by, in the order of their ids; the rows themselves are not kept. */
final class RowHashes implements RowCallbackHandler {
    /** Everything that stands in a row. A column that is added to the journal is added to the hash of rows that have it. */
    static final String COLUMNS =
            "j.id, j.at, j.actor_kind, j.actor_id, j.actor_organisation_id, j.association_id, j.action,"
                    + " j.subject_kind, j.subject_id, j.case_id, j.participant_id";

    private final long[] ids;
    private final byte[] hashes;
    private int count;

    /** @param most how many rows come, at most */
    RowHashes(int most) {
        ids = new long[most];
        hashes = new byte[most * Seal.HASH_BYTES];
    }

    @Override
    public void processRow(ResultSet row) throws SQLException {
        ids[count] = row.getLong("id");
        System.arraycopy(hash(row), 0, hashes, count * Seal.HASH_BYTES, Seal.HASH_BYTES);
        count++;
    }

    private static byte[] hash(ResultSet row) throws SQLException {
        var at = row.getObject("at", OffsetDateTime.class).toInstant();
        var bytes = new Bytes()
                .add(row.getLong("id"))
                .add(ChronoUnit.MICROS.between(Instant.EPOCH, at))
                .add(row.getString("actor_kind"))
                .add(row.getObject("actor_id", UUID.class))
                .add(row.getObject("actor_organisation_id", UUID.class))
                .add(row.getObject("association_id", UUID.class))
                .add(row.getString("action"))
                .add(row.getString("subject_kind"))
                .add(row.getObject("subject_id", UUID.class))
                .add(row.getObject("case_id", UUID.class))
                .add(row.getObject("participant_id", UUID.class));
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes.all());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    int count() {
        return count;
    }

    long[] ids() {
        return Arrays.copyOf(ids, count);
    }

    /** The first bytes of each hash. */
    byte[] digests() {
        var beginnings = new byte[count * Seal.DIGEST_BYTES];
        for (int i = 0; i < count; i++) {
            System.arraycopy(hashes, i * Seal.HASH_BYTES, beginnings, i * Seal.DIGEST_BYTES, Seal.DIGEST_BYTES);
        }
        return beginnings;
    }

    void addTo(Mac mac) {
        mac.update(hashes, 0, count * Seal.HASH_BYTES);
    }
}
