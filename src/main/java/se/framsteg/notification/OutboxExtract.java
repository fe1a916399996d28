package se.framsteg.notification;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.cases.extract.Asked;
import se.framsteg.cases.extract.Chapter;
import se.framsteg.cases.extract.Columns;
import se.framsteg.cases.extract.ExtractSource;
import se.framsteg.cases.extract.Topic;

/** The letters that were sent in the case. */
@Component
class OutboxExtract implements ExtractSource {
    private final JdbcClient jdbc;

    OutboxExtract(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Chapter> of(Asked asked) {
        var entries = jdbc.sql("select * from outbox where case_id = ? order by queued_at, id")
                .param(asked.caseId().value())
                .query((row, i) -> Columns.of(row)
                        .written("address", "subject", "text", "attachment_name", "attachment_type")
                        .attached("attachment")
                        .coded("state", "outbox-state")
                        .by("queued_by")
                        .moment("queued_at", "next_attempt_at")
                        .count("attempts")
                        .coded("failure", "reminder-failure")
                        .moment("failed_at", "settled_at")
                        .entry())
                .list();
        return List.of(new Chapter(Topic.LETTERS, entries));
    }
}
