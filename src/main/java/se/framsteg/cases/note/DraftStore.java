package se.framsteg.cases.note;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.cases.note.Draft.Correcting;
import se.framsteg.cases.note.Draft.Typed;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.StaffId;

/** Drafts as rows. Guards nothing: the door does. */
@Component
class DraftStore {
    private final JdbcClient jdbc;
    private final Clock clock;

    DraftStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A draft with what decides who may open it. */
    record Owned(Draft draft, CaseId caseId, StaffId author) {}

    Optional<Owned> owned(DraftId id) {
        return jdbc.sql("select * from note_drafts where id = ?")
                .param(id.value())
                .query(DraftStore::owned)
                .optional();
    }

    /** Holds the draft until the transaction ends. */
    Optional<Owned> lock(DraftId id) {
        // A draft that was never saved has no row to hold, and yet two windows may sign it at once.
        jdbc.sql("select true from pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("note draft " + id)
                .query(Boolean.class)
                .single();
        return jdbc.sql("select * from note_drafts where id = ? for update")
                .param(id.value())
                .query(DraftStore::owned)
                .optional();
    }

    List<Draft> of(CaseId caseId, StaffId author) {
        return jdbc.sql("select * from note_drafts where case_id = :case and author_id = :author order by saved_at"
                        + " desc")
                .param("case", caseId.value())
                .param("author", author.value())
                .query((row, i) -> owned(row, i).draft())
                .list();
    }

    /**
     * Saves what has been typed.
     *
     * @return the draft's new version; empty if it has been saved elsewhere since that version
     */
    Optional<Integer> save(
            DraftId id, CaseId caseId, StaffId author, Optional<Correcting> correcting, int version, Typed typed) {
        return jdbc.sql("""
            insert into note_drafts as d (id, case_id, author_id, corrects_note_id, corrects_version, kind, about_on, text,
              reason, version, saved_at)
            values (:id, :case, :author, :note, :noteVersion, :kind, :on, :text, :reason, 1, :now)
            on conflict (id) do update set kind = excluded.kind, about_on = excluded.about_on, text = excluded.text,
              reason = excluded.reason, corrects_version = excluded.corrects_version, version = d.version + 1,
              saved_at = excluded.saved_at
            where d.version = :version and d.author_id = :author and d.case_id = :case
            returning version\
            """)
                .param("id", id.value())
                .param("case", caseId.value())
                .param("author", author.value())
                .param("note", correcting.map(one -> one.note().value()).orElse(null))
                .param("noteVersion", correcting.map(Correcting::version).orElse(0))
                .param("kind", typed.kind().map(Enum::name).orElse(null))
                .param("on", typed.on())
                .param("text", typed.text())
                .param("reason", typed.reason())
                .param("version", version)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query(Integer.class)
                .optional();
    }

    /** Whether saving this draft is to be journaled now: not within an hour of the last time. */
    boolean journalNow(DraftId id) {
        return jdbc.sql("""
            update note_drafts set journaled_at = :now
            where id = :id and (journaled_at is null or journaled_at <= :now - interval '1 hour')\
            """)
                        .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                        .param("id", id.value())
                        .update()
                == 1;
    }

    void remove(DraftId id) {
        jdbc.sql("delete from note_drafts where id = ?").param(id.value()).update();
    }

    private static Owned owned(ResultSet row, int i) throws SQLException {
        var version = row.getInt("corrects_version");
        var correcting = Optional.ofNullable(row.getObject("corrects_note_id", UUID.class))
                .map(note -> new Correcting(new NoteId(note), version));
        var typed = new Typed(
                Optional.ofNullable(row.getString("kind")).map(Note.Kind::valueOf),
                row.getString("about_on"),
                row.getString("text"),
                row.getString("reason"));
        var draft = new Draft(
                new DraftId(row.getObject("id", UUID.class)),
                correcting,
                typed,
                row.getInt("version"),
                row.getObject("saved_at", OffsetDateTime.class).toInstant());
        return new Owned(
                draft,
                new CaseId(row.getObject("case_id", UUID.class)),
                new StaffId(row.getObject("author_id", UUID.class)));
    }
}
