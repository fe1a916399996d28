package se.framsteg.employment.support;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.cases.extract.Asked;
import se.framsteg.cases.extract.Chapter;
import se.framsteg.cases.extract.Columns;
import se.framsteg.cases.extract.ExtractSource;
import se.framsteg.cases.extract.Topic;

@Component
class SupportExtract implements ExtractSource {
    private final JdbcClient jdbc;

    SupportExtract(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Chapter> of(Asked asked) {
        var plans = jdbc.sql("""
            select p.*, e.employer from support_plans p join employments e on e.id = p.employment_id
            where p.case_id = ? order by p.saved_at, p.number\
            """)
                .param(asked.caseId().value())
                .query((row, i) -> Columns.of(row)
                        .written("employer", "with_person", "with_employer", "given_by")
                        .by("saved_by")
                        .moment("saved_at")
                        .entry())
                .list();
        var wishes = jdbc.sql("""
            select w.*, w.wanted as support_wanted, e.employer from support_wishes w join employments e on e.id = w.employment_id
            where w.case_id = ? order by w.said_on, w.number\
            """)
                .param(asked.caseId().value())
                .query((row, i) -> Columns.of(row)
                        .written("employer")
                        .day("said_on")
                        .truth("support_wanted")
                        .written("words")
                        .by("recorded_by")
                        .moment("recorded_at")
                        .entry())
                .list();
        return List.of(new Chapter(
                Topic.WORK_SUPPORT,
                Stream.concat(plans.stream(), wishes.stream()).toList()));
    }
}
