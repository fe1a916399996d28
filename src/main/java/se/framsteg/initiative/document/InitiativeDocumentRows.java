package se.framsteg.initiative.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.StaffId;

/** Papers as rows. Guards nothing: the door does. */
@Component
class InitiativeDocumentRows {
    private static final String SELECT =
            "select id, kind, title, dated_on, type, size, removed_reason from initiative_documents where"
                    + " initiative_id = :initiative";

    private final JdbcClient jdbc;
    private final Clock clock;

    InitiativeDocumentRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<InitiativeDocument> of(InitiativeId initiative) {
        return jdbc.sql(SELECT + " order by dated_on desc, title, id")
                .param("initiative", initiative.value())
                .query(InitiativeDocumentRows::document)
                .list();
    }

    /** One that has not been taken away. */
    Optional<InitiativeDocument> find(InitiativeId initiative, DocumentId id) {
        return jdbc.sql(SELECT + " and id = :id and removed_at is null")
                .param("initiative", initiative.value())
                .param("id", id.value())
                .query(InitiativeDocumentRows::document)
                .optional();
    }

    byte[] content(DocumentId id) {
        return jdbc.sql("select content from initiative_documents where id = ?")
                .param(id.value())
                .query(byte[].class)
                .single();
    }

    /** Adds it; does nothing if there is one with its id. */
    void add(InitiativeId initiative, InitiativeDocument document, byte[] content, StaffId by) {
        jdbc.sql("""
            insert into initiative_documents (id, association_id, initiative_id, kind, title, dated_on, type, content, size, saved_by,
              saved_at)
            select :id, i.association_id, i.id, :kind, :title, :on, :type, :content, :size, :by, :now
            from initiatives i where i.id = :initiative on conflict (id) do nothing\
            """)
                .param("id", document.id().value())
                .param("initiative", initiative.value())
                .param("kind", document.kind().name())
                .param("title", document.title())
                .param("on", document.on())
                .param("type", document.type().name())
                .param("content", content)
                .param("size", content.length)
                .param("by", by.value())
                .param("now", now())
                .update();
    }

    /** What stood in it is gone from then on. */
    void remove(DocumentId id, String reason, StaffId by) {
        jdbc.sql("""
            update initiative_documents set content = null, removed_at = :now, removed_reason = :reason, saved_by = :by, saved_at = :now
            where id = :id and removed_at is null\
            """)
                .param("id", id.value())
                .param("reason", reason)
                .param("by", by.value())
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static InitiativeDocument document(ResultSet row, int i) throws SQLException {
        return new InitiativeDocument(
                new DocumentId(row.getObject("id", UUID.class)),
                InitiativeDocument.Kind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getObject("dated_on", LocalDate.class),
                PaperType.valueOf(row.getString("type")),
                row.getInt("size"),
                Optional.of(row.getString("removed_reason")).filter(reason -> !reason.isEmpty()));
    }
}
