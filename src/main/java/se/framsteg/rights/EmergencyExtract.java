package se.framsteg.rights;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.cases.extract.Asked;
import se.framsteg.cases.extract.Chapter;
import se.framsteg.cases.extract.Columns;
import se.framsteg.cases.extract.ExtractSource;
import se.framsteg.cases.extract.Topic;

/** When the case was opened in an emergency, by whom and why. */
@Component
class EmergencyExtract implements ExtractSource {
    private final JdbcClient jdbc;

    EmergencyExtract(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Chapter> of(Asked asked) {
        var entries = jdbc.sql("select * from emergency_access where case_id = ? order by opened_at")
                .param(asked.caseId().value())
                .query((row, i) -> Columns.of(row)
                        .by("staff_id")
                        .written("reason")
                        .moment("opened_at", "closes_at")
                        .entry())
                .list();
        return List.of(new Chapter(Topic.EMERGENCIES, entries));
    }
}
