package se.framsteg.employment.counsel;

import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.cases.extract.Asked;
import se.framsteg.cases.extract.Chapter;
import se.framsteg.cases.extract.Columns;
import se.framsteg.cases.extract.Entry;
import se.framsteg.cases.extract.ExtractSource;
import se.framsteg.cases.extract.Topic;

@Component
class TalkExtract implements ExtractSource {
    private final JdbcClient jdbc;

    TalkExtract(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Chapter> of(Asked asked) {
        var counsellings = jdbc.sql(
                        "select *, held_on as talk_on from benefit_counsellings where case_id = ? order by held_on, id")
                .param(asked.caseId().value())
                .query((row, i) -> registered(Columns.of(row)
                        .day("talk_on")
                        .coded("given_by", "counselling.given-by")
                        .coded("occasion", "counselling.occasion")
                        .codes("about", "counselling.about")
                        .written("words")))
                .list();
        var disclosures = jdbc.sql("""
            select d.*, d.held_on as talk_on, e.employer from disclosure_talks d left join employments e on e.id = d.employment_id
            where d.case_id = ? order by d.held_on, d.id\
            """)
                .param(asked.caseId().value())
                .query((row, i) -> registered(Columns.of(row)
                        .day("talk_on")
                        .written("employer")
                        .truth("pros_and_cons")
                        .coded("decision", "disclosure.decision")
                        .written("may_tell")))
                .list();
        return List.of(new Chapter(Topic.COUNSELLING, counsellings), new Chapter(Topic.DISCLOSURE, disclosures));
    }

    private static Entry registered(Columns columns) throws SQLException {
        return columns.by("registered_by")
                .moment("registered_at")
                .written("withdrawn_reason")
                .by("withdrawn_by")
                .moment("withdrawn_at")
                .entry();
    }
}
