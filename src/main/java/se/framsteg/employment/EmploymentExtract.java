package se.framsteg.employment;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.cases.extract.Asked;
import se.framsteg.cases.extract.Chapter;
import se.framsteg.cases.extract.Columns;
import se.framsteg.cases.extract.ExtractSource;
import se.framsteg.cases.extract.Topic;

@Component
class EmploymentExtract implements ExtractSource {
    private final JdbcClient jdbc;

    EmploymentExtract(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Chapter> of(Asked asked) {
        var entries = jdbc.sql("select * from employments where case_id = ? order by from_on, id")
                .param(asked.caseId().value())
                .query((row, i) -> Columns.of(row)
                        .coded("kind", "employment.kind")
                        .written("employer", "role")
                        .day("from_on", "to_on")
                        .amount("hours")
                        .truth("permanent")
                        .coded("subsidy", "employment.subsidy")
                        .coded("end_reason", "employment.end-reason")
                        .by("registered_by")
                        .moment("registered_at")
                        .written("withdrawn_reason")
                        .by("withdrawn_by")
                        .moment("withdrawn_at")
                        .entry())
                .list();
        return List.of(new Chapter(Topic.EMPLOYMENTS, entries));
    }
}
