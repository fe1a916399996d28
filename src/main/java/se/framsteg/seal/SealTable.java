package se.framsteg.seal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The blocks in the database, and the rows that they are about. */
@Component
class SealTable {
    private static final int ROWS_AT_A_TIME = 1_000;
    /** So many blocks back it is looked for one whose writers have all ended. */
    private static final int BLOCKS_BACK = 200;

    private static final String SEALED = """
        with sealed as materialized (select unnest(s.ids) as id from journal_seals s where s.to_id > :settled)
        """;
    private static final String UNSEALED = """
        from journal j where j.id > :settled and not exists (select from sealed where sealed.id = j.id)
        """;

    private final JdbcClient jdbc;

    SealTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether this version of the program has been started on the database. */
    boolean exists() {
        return jdbc.sql("select to_regclass('journal_seals') is not null")
                .query(Boolean.class)
                .single();
    }

    /** Only one at a time makes seals, until the transaction ends. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('journal_seals'))::text")
                .query(String.class)
                .single();
    }

    Optional<Seal> last() {
        return jdbc.sql("select * from journal_seals order by number desc limit 1")
                .query(SealTable::seal)
                .optional();
    }

    Optional<Seal> numbered(long number) {
        return jdbc.sql("select * from journal_seals where number = ?")
                .param(number)
                .query(SealTable::seal)
                .optional();
    }

    private static Seal seal(ResultSet row, int i) throws SQLException {
        var ids = (Long[]) row.getArray("ids").getArray();
        return new Seal(
                row.getLong("number"),
                Arrays.stream(ids).mapToLong(Long::longValue).toArray(),
                row.getBytes("digests"),
                row.getLong("seen_to"),
                List.of((String[]) row.getArray("writers").getArray()),
                row.getLong("settled_to"),
                row.getObject("sealed_at", OffsetDateTime.class).toInstant(),
                row.getString("key_name"),
                row.getBytes("hash"));
    }

    void add(Seal seal) {
        jdbc.sql("""
            insert into journal_seals (number, from_id, to_id, rows, ids, digests, seen_to, writers, settled_to, sealed_at,
              key_name, hash)
            values (:number, :from, :to, :rows, :ids, :digests, :seen, :writers, :settled, :at, :key, :hash)\
            """)
                .param("number", seal.number())
                .param("from", seal.ids()[0])
                .param("to", seal.ids()[seal.ids().length - 1])
                .param("rows", seal.ids().length)
                .param("ids", Arrays.stream(seal.ids()).boxed().toArray(Long[]::new))
                .param("digests", seal.digests())
                .param("seen", seal.seenTo())
                .param("writers", seal.writers().toArray(String[]::new))
                .param("settled", seal.settledTo())
                .param("at", OffsetDateTime.ofInstant(seal.sealedAt(), ZoneOffset.UTC))
                .param("key", seal.keyName())
                .param("hash", seal.hash())
                .update();
    }

    /** How many rows all blocks hold. */
    long sealedRows() {
        return jdbc.sql("select coalesce(sum(rows), 0) from journal_seals")
                .query(Long.class)
                .single();
    }

    /** The highest id in the journal that has been committed. */
    long highest() {
        return jdbc.sql("select coalesce(max(id), 0) from journal")
                .query(Long.class)
                .single();
    }

    /**
     * The transactions, other than this one, that are writing in the journal. A transaction holds this lock from before it takes
     * an id until what it wrote is there for all to see, or never will be.
     */
    List<String> writers() {
        return jdbc.sql("""
            select distinct l.virtualtransaction from pg_locks l
            where l.locktype = 'relation' and l.relation = 'journal'::regclass and l.granted and l.pid <> pg_backend_pid()
              and l.database = (select d.oid from pg_database d where d.datname = current_database())
              and l.mode not in ('AccessShareLock', 'RowShareLock')
            order by l.virtualtransaction\
            """).query(String.class).list();
    }

    /** Up to which id no row is still to come, as far as a block tells of whose time none of these is left. */
    long settled(List<String> writers) {
        return jdbc.sql("""
            select coalesce(max(seen_to), 0) from
              (select seen_to, writers from journal_seals order by number desc limit :back) as recent
            where not writers && cast(:writers as text[])\
            """)
                .param("back", BLOCKS_BACK)
                .param("writers", writers.toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    /** Rows after this id that are in no block yet, in order. */
    RowHashes unsealed(long settled, int most) {
        var rows = new RowHashes(most);
        jdbc.sql(SEALED + "select " + RowHashes.COLUMNS + " " + UNSEALED + " order by j.id limit :most")
                .withFetchSize(ROWS_AT_A_TIME)
                .param("settled", settled)
                .param("most", most)
                .query(rows);
        return rows;
    }

    /** The rows of a block as they are now. */
    RowHashes rows(Seal seal) {
        var rows = new RowHashes(seal.ids().length);
        jdbc.sql("select " + RowHashes.COLUMNS + " from journal j where j.id = any(:ids) order by j.id")
                .withFetchSize(ROWS_AT_A_TIME)
                .param("ids", Arrays.stream(seal.ids()).boxed().toArray(Long[]::new))
                .query(rows);
        return rows;
    }

    /** The first row after one id and up to another that no block knows of. */
    Optional<Long> unknown(long settled, long upTo) {
        return jdbc.sql(SEALED + "select min(j.id) " + UNSEALED + " and j.id <= :to")
                .param("settled", settled)
                .param("to", upTo)
                .query((row, i) -> Optional.ofNullable(row.getObject(1, Long.class)))
                .single();
    }

    /** How many rows are in no block, and since when the oldest of them waits. */
    Waiting waiting(long settled) {
        return jdbc.sql(SEALED + "select count(*) as rows, min(j.at) as since " + UNSEALED)
                .param("settled", settled)
                .query((row, i) -> new Waiting(
                        row.getLong("rows"),
                        Optional.ofNullable(row.getObject("since", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .single();
    }
}
