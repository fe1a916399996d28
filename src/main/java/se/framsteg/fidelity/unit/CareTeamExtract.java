package se.framsteg.fidelity.unit;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.cases.extract.Asked;
import se.framsteg.cases.extract.Chapter;
import se.framsteg.cases.extract.Columns;
import se.framsteg.cases.extract.ExtractSource;
import se.framsteg.cases.extract.Topic;

@Component
class CareTeamExtract implements ExtractSource {
    private final JdbcClient jdbc;

    CareTeamExtract(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Chapter> of(Asked asked) {
        var entries = jdbc.sql("""
            select t.from_on, m.name as care_team, t.saved_by, t.saved_at
            from case_care_teams t left join fidelity_care_teams m on m.id = t.care_team_id where t.case_id = ? order by t.from_on\
            """)
                .param(asked.caseId().value())
                .query((row, i) -> Columns.of(row)
                        .written("care_team")
                        .day("from_on")
                        .by("saved_by")
                        .moment("saved_at")
                        .entry())
                .list();
        return List.of(new Chapter(Topic.CARE_TEAMS, entries));
    }
}
