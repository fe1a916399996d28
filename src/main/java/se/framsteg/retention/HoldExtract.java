package se.framsteg.retention;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.cases.extract.Asked;
import se.framsteg.cases.extract.Chapter;
import se.framsteg.cases.extract.Columns;
import se.framsteg.cases.extract.ExtractSource;
import se.framsteg.cases.extract.Topic;

@Component
class HoldExtract implements ExtractSource {
    private final JdbcClient jdbc;

    HoldExtract(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Chapter> of(Asked asked) {
        var entries = jdbc.sql("""
            select * from retention_holds
            where case_id = :case or referral_id = (select c.referral_id from cases c where c.id = :case) order by set_at\
            """)
                .param("case", asked.caseId().value())
                .query((row, i) -> Columns.of(row)
                        .written("reason")
                        .by("set_by")
                        .moment("set_at")
                        .by("lifted_by")
                        .moment("lifted_at")
                        .entry())
                .list();
        return List.of(new Chapter(Topic.HOLDS, entries));
    }
}
