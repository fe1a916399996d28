package se.framsteg.consent;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.cases.CaseFacts;
import se.framsteg.consent.scan.Scan;
import se.framsteg.shared.ParticipantId;
import se.framsteg.shared.StaffId;

/** The scanned papers. Guards nothing: the door does. */
@Component
class PaperStore {
    private final JdbcClient jdbc;
    private final Clock clock;

    PaperStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    PaperId add(CaseFacts facts, Scan scan, StaffId by) {
        var id = PaperId.create();
        jdbc.sql("""
            insert into consent_papers (id, association_id, participant_id, media_type, content, added_by, added_at)
            values (:id, :association, :person, :type, :content, :by, :now)\
            """)
                .param("id", id.value())
                .param("association", facts.association().value())
                .param("person", facts.participant().value())
                .param("type", scan.mediaType())
                .param("content", scan.bytes())
                .param("by", by.value())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        return id;
    }

    Optional<Paper> find(ParticipantId person, PaperId id) {
        return jdbc.sql("select media_type, content from consent_papers where participant_id = :person and id = :id")
                .param("person", person.value())
                .param("id", id.value())
                .query((row, i) -> new Paper(row.getString("media_type"), row.getBytes("content")))
                .optional();
    }
}
