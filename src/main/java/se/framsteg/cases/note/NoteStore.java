package se.framsteg.cases.note;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.cases.note.Note.Content;
import se.framsteg.cases.note.Note.Kind;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.StaffId;

/** Signed notes as rows. Guards nothing: the doors do. */
@Component
class NoteStore {
    private final JdbcClient jdbc;
    private final Clock clock;

    NoteStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record SignedVersion(NoteId note, int number, Content content, StaffId by, Instant at) {}

    record RecordedDissent(NoteId note, LocalDate saidOn, String text, StaffId by, Instant at) {}

    Optional<CaseId> caseOf(NoteId id) {
        return jdbc.sql("select case_id from notes where id = ?")
                .param(id.value())
                .query((row, i) -> new CaseId(row.getObject("case_id", UUID.class)))
                .optional();
    }

    /** The notes of a case, those about the latest days first. */
    List<NoteId> page(CaseId caseId, int limit, int offset) {
        return jdbc.sql("""
            select n.id from notes n
            join lateral (select about_on from note_versions v where v.note_id = n.id order by number desc limit 1) v on true
            where n.case_id = :case order by v.about_on desc, n.id desc limit :limit offset :offset\
            """)
                .param("case", caseId.value())
                .param("limit", limit)
                .param("offset", offset)
                .query((row, i) -> new NoteId(row.getObject("id", UUID.class)))
                .list();
    }

    /** All versions of these notes, newest first. */
    List<SignedVersion> versions(Collection<NoteId> notes) {
        return jdbc.sql("select * from note_versions where note_id = any(:ids) order by number desc")
                .param("ids", ids(notes))
                .query(NoteStore::version)
                .list();
    }

    /** The version that holds now of each note of a case. */
    List<SignedVersion> current(CaseId caseId) {
        return jdbc.sql("""
            select distinct on (v.note_id) v.* from note_versions v join notes n on n.id = v.note_id
            where n.case_id = ? order by v.note_id, v.number desc\
            """).param(caseId.value()).query(NoteStore::version).list();
    }

    List<RecordedDissent> dissents(Collection<NoteId> notes) {
        return jdbc.sql("select * from note_dissents where note_id = any(:ids) order by id")
                .param("ids", ids(notes))
                .query((row, i) -> new RecordedDissent(
                        new NoteId(row.getObject("note_id", UUID.class)),
                        row.getObject("said_on", LocalDate.class),
                        row.getString("text"),
                        new StaffId(row.getObject("recorded_by", UUID.class)),
                        instant(row, "recorded_at")))
                .list();
    }

    /** The version that this draft has become, if it has. */
    Optional<SignedVersion> signedFrom(DraftId draft) {
        return jdbc.sql("select * from note_versions where draft_id = ?")
                .param(draft.value())
                .query(NoteStore::version)
                .optional();
    }

    /** Holds the note until the transaction ends, and tells the number of its newest version. */
    int lock(NoteId id) {
        jdbc.sql("select true from pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("note " + id)
                .query(Boolean.class)
                .single();
        return jdbc.sql("select coalesce(max(number), 0) from note_versions where note_id = ?")
                .param(id.value())
                .query(Integer.class)
                .single();
    }

    void add(NoteId id, CaseId caseId) {
        jdbc.sql("insert into notes (id, association_id, case_id) select ?, association_id, id from cases where id = ?")
                .param(id.value())
                .param(caseId.value())
                .update();
    }

    void addVersion(NoteId id, int number, Content content, StaffId by, DraftId draft) {
        jdbc.sql("""
            insert into note_versions (note_id, number, kind, about_on, text, reason, signed_by, signed_at, draft_id)
            values (:id, :number, :kind, :on, :text, :reason, :by, :now, :draft)\
            """)
                .param("id", id.value())
                .param("number", number)
                .param("kind", content.kind().name())
                .param("on", content.on())
                .param("text", content.text())
                .param("reason", content.reason())
                .param("by", by.value())
                .param("now", now())
                .param("draft", draft.value())
                .update();
    }

    void addDissent(NoteId id, LocalDate saidOn, String text, StaffId by) {
        jdbc.sql("""
            insert into note_dissents (note_id, said_on, text, recorded_by, recorded_at)
            values (:id, :on, :text, :by, :now)\
            """)
                .param("id", id.value())
                .param("on", saidOn)
                .param("text", text)
                .param("by", by.value())
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static UUID[] ids(Collection<NoteId> notes) {
        return notes.stream().map(NoteId::value).toArray(UUID[]::new);
    }

    private static SignedVersion version(ResultSet row, int i) throws SQLException {
        var content = new Content(
                Kind.valueOf(row.getString("kind")),
                row.getObject("about_on", LocalDate.class),
                row.getString("text"),
                row.getString("reason"));
        return new SignedVersion(
                new NoteId(row.getObject("note_id", UUID.class)),
                row.getInt("number"),
                content,
                new StaffId(row.getObject("signed_by", UUID.class)),
                instant(row, "signed_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
