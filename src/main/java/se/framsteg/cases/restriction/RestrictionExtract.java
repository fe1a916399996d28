package se.framsteg.cases.restriction;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.cases.extract.Asked;
import se.framsteg.cases.extract.Chapter;
import se.framsteg.cases.extract.Columns;
import se.framsteg.cases.extract.ExtractSource;
import se.framsteg.cases.extract.Topic;

@Component
class RestrictionExtract implements ExtractSource {
    private final JdbcClient jdbc;

    RestrictionExtract(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Chapter> of(Asked asked) {
        var entries = jdbc.sql("select * from case_restrictions where case_id = ? order by set_at")
                .param(asked.caseId().value())
                .query((row, i) -> Columns.of(row)
                        .day("said_on")
                        .written("reason")
                        .by("set_by")
                        .moment("set_at")
                        .written("lifted_reason")
                        .by("lifted_by")
                        .moment("lifted_at")
                        .entry())
                .list();
        return List.of(new Chapter(Topic.RESTRICTIONS, entries));
    }
}
