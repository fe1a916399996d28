package se.framsteg.plan.areas;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.cases.extract.Asked;
import se.framsteg.cases.extract.Chapter;
import se.framsteg.cases.extract.Columns;
import se.framsteg.cases.extract.ExtractSource;
import se.framsteg.cases.extract.Topic;

/** Whom the person has named for the resource group, also those taken away again. */
@Component
class MemberExtract implements ExtractSource {
    private final JdbcClient jdbc;

    MemberExtract(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Chapter> of(Asked asked) {
        var entries = jdbc.sql("select * from plan_people where case_id = ? order by added_at, id")
                .param(asked.caseId().value())
                .query((row, i) -> Columns.of(row)
                        .written("name", "relation", "reach", "helps")
                        .moment("added_at")
                        .by("saved_by")
                        .moment("saved_at", "removed_at")
                        .entry())
                .list();
        return List.of(new Chapter(Topic.RESOURCE_GROUP, entries));
    }
}
