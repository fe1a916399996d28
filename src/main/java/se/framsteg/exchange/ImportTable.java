package se.framsteg.exchange;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.framsteg.assessment.instrument.Respondent;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.ImportId;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.InstrumentId;
import se.framsteg.shared.StaffId;

/** Imports as stored. Guards nothing. */
@Repository
class ImportTable {
    /** What was read and not made is kept no longer. */
    static final Duration KEPT = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    ImportTable(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** A file that was read, to be kept until it is made or dropped. */
    record Staged(
            ImportId id,
            AssociationId association,
            InitiativeId initiative,
            InstrumentId instrument,
            String fileName,
            StaffId by) {}

    void stage(Staged staged, Grid grid) {
        jdbc.sql("""
            insert into imports (id, association_id, initiative_id, instrument_id, state, file_name, read_as, read_detail,
              headings, row_count, uploaded_by, uploaded_at)
            values (:id, :association, :initiative, :instrument, 'STAGED', :name, :readAs, :detail, :headings, :rows, :by,
              :now)\
            """)
                .param("id", staged.id().value())
                .param("association", staged.association().value())
                .param("initiative", staged.initiative().value())
                .param("instrument", staged.instrument().value())
                .param("name", staged.fileName())
                .param("readAs", grid.readAs().name())
                .param("detail", array(grid.detail()))
                .param("headings", array(grid.headings()))
                .param("rows", grid.rows().size())
                .param("by", staged.by().value())
                .param("now", now())
                .update();
        batches.batchUpdate(
                "insert into import_rows (import_id, number, cells) values (?, ?, ?)",
                grid.rows().stream()
                        .map(row -> new Object[] {staged.id().value(), row.number(), array(row.cells())})
                        .toList());
    }

    /** All of the initiative, the latest first. */
    List<Import> of(InitiativeId initiative) {
        return jdbc.sql("select * from imports where initiative_id = ? order by uploaded_at desc, id")
                .param(initiative.value())
                .query(ImportTable::read)
                .list();
    }

    /** Kept from changing until the transaction ends, so that nothing is made or undone twice. */
    Optional<Import> hold(ImportId id) {
        return jdbc.sql("select * from imports where id = ? for update")
                .param(id.value())
                .query(ImportTable::read)
                .optional();
    }

    /** Lets one import of an initiative at a time look at what there is and make more. */
    void lock(InitiativeId initiative) {
        jdbc.sql("select true from pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("imports of " + initiative)
                .query(Boolean.class)
                .single();
    }

    List<Grid.Line> rows(ImportId id, int most) {
        return jdbc.sql("select number, cells from import_rows where import_id = ? order by number limit ?")
                .param(id.value())
                .param(most)
                .query((row, i) -> new Grid.Line(row.getInt("number"), texts(row.getArray("cells"))))
                .list();
    }

    void tried(ImportId id, Mapping mapping, Check.Outcome outcome, int cases) {
        jdbc.sql("""
            update imports set meanings = :meanings, respondent = :respondent, dont_know = :dontKnow,
              fault_count = :faults, measurement_count = :measurements, case_count = :cases where id = :id\
            """)
                .param("meanings", array(mapping.meanings()))
                .param("respondent", mapping.respondent().map(Enum::name).orElse(null))
                .param("dontKnow", mapping.dontKnow())
                .param("faults", outcome.faults().size())
                .param("measurements", outcome.measurements().size())
                .param("cases", cases)
                .param("id", id.value())
                .update();
        jdbc.sql("delete from import_faults where import_id = ?")
                .param(id.value())
                .update();
        addFaults(id, outcome.faults());
    }

    private void addFaults(ImportId id, List<Fault> faults) {
        var rows = new ArrayList<Object[]>();
        for (var fault : faults) {
            rows.add(new Object[] {
                id.value(),
                rows.size(),
                fault.row(),
                fault.heading(),
                fault.value(),
                fault.problem(),
                array(fault.arguments())
            });
        }
        batches.batchUpdate("insert into import_faults values (?, ?, ?, ?, ?, ?, ?)", rows);
    }

    List<Fault> faults(ImportId id, int from, int most) {
        return jdbc.sql("select * from import_faults where import_id = ? and place >= ? order by place limit ?")
                .param(id.value())
                .param(from)
                .param(most)
                .query((row, i) -> new Fault(
                        row.getInt("row_number"),
                        row.getString("heading"),
                        row.getString("value"),
                        row.getString("problem"),
                        texts(row.getArray("arguments"))))
                .list();
    }

    void made(ImportId id) {
        jdbc.sql("update imports set state = 'MADE', made_at = :now where id = :id")
                .param("now", now())
                .param("id", id.value())
                .update();
        forgetRows(id);
    }

    private void forgetRows(ImportId id) {
        jdbc.sql("delete from import_rows where import_id = ?")
                .param(id.value())
                .update();
        jdbc.sql("delete from import_faults where import_id = ?")
                .param(id.value())
                .update();
    }

    /** What the file was called may tell of somebody, and nothing ties it to them any more: it goes with the rounds. */
    void undone(ImportId id, StaffId by) {
        jdbc.sql("update imports set state = 'UNDONE', file_name = '', undone_at = :now, undone_by = :by where"
                        + " id = :id")
                .param("now", now())
                .param("by", by.value())
                .param("id", id.value())
                .update();
    }

    void drop(ImportId id) {
        jdbc.sql("delete from imports where id = ? and state = 'STAGED'")
                .param(id.value())
                .update();
    }

    /** Drops what nobody has made anything of for a day. */
    int dropOld() {
        return jdbc.sql("delete from imports where state = 'STAGED' and uploaded_at < ?")
                .param(OffsetDateTime.ofInstant(clock.instant().minus(KEPT), ZoneOffset.UTC))
                .update();
    }

    /** What headings have meant in this initiative, heading as {@link Guess#plain} to meaning. */
    Map<String, String> remembered(InitiativeId initiative, InstrumentId instrument) {
        var meanings = new HashMap<String, String>();
        jdbc.sql("select heading, meaning from import_columns where initiative_id = ? and instrument_id = ?")
                .param(initiative.value())
                .param(instrument.value())
                .query(row -> {
                    meanings.put(row.getString("heading"), row.getString("meaning"));
                });
        return meanings;
    }

    void remember(Import one, List<String> meanings) {
        for (int column = 0; column < meanings.size(); column++) {
            jdbc.sql("""
                insert into import_columns (initiative_id, instrument_id, heading, meaning)
                values (:initiative, :instrument, :heading, :meaning)
                on conflict (initiative_id, instrument_id, heading) do update set meaning = :meaning\
                """)
                    .param("initiative", one.initiative().value())
                    .param("instrument", one.instrument().value())
                    .param("heading", Guess.plain(one.headings().get(column)))
                    .param("meaning", meanings.get(column))
                    .update();
        }
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static String[] array(List<String> texts) {
        return texts.toArray(String[]::new);
    }

    private static List<String> texts(Array stored) throws SQLException {
        return List.of((String[]) stored.getArray());
    }

    private static Import read(ResultSet row, int i) throws SQLException {
        var meanings = row.getArray("meanings");
        return new Import(
                new ImportId(row.getObject("id", UUID.class)),
                new InitiativeId(row.getObject("initiative_id", UUID.class)),
                new InstrumentId(row.getObject("instrument_id", UUID.class)),
                Import.State.valueOf(row.getString("state")),
                row.getString("file_name"),
                new Import.Source(row.getString("read_as"), texts(row.getArray("read_detail"))),
                texts(row.getArray("headings")),
                row.getInt("row_count"),
                meanings == null
                        ? Optional.empty()
                        : Optional.of(new Import.Columns(
                                texts(meanings),
                                Optional.ofNullable(row.getString("respondent")).orElse(""),
                                row.getString("dont_know"))),
                Optional.ofNullable(row.getObject("fault_count", Integer.class)),
                row.getInt("measurement_count"),
                row.getInt("case_count"),
                new Import.Deed(
                        new StaffId(row.getObject("uploaded_by", UUID.class)),
                        at(row, "uploaded_at").orElseThrow()),
                at(row, "made_at"),
                undone(row));
    }

    private static Optional<Import.Deed> undone(ResultSet row) throws SQLException {
        var by = row.getObject("undone_by", UUID.class);
        return by == null
                ? Optional.empty()
                : Optional.of(
                        new Import.Deed(new StaffId(by), at(row, "undone_at").orElseThrow()));
    }

    private static Optional<Instant> at(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    static Mapping mapping(Import.Columns columns) {
        return new Mapping(
                columns.meanings(),
                columns.respondent().isEmpty()
                        ? Optional.empty()
                        : Optional.of(Respondent.valueOf(columns.respondent())),
                columns.dontKnow());
    }
}
