package se.framsteg.employment;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.cases.extract.Asked;
import se.framsteg.cases.extract.Chapter;
import se.framsteg.cases.extract.Columns;
import se.framsteg.cases.extract.Entry.Value;
import se.framsteg.cases.extract.ExtractSource;
import se.framsteg.cases.extract.Topic;
import se.framsteg.employment.Occupations.Occupation;

@Component
class EmploymentExtract implements ExtractSource {
    private final JdbcClient jdbc;

    EmploymentExtract(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Chapter> of(Asked asked) {
        var changes = jdbc
                .sql("""
                    select h.* from employment_changes h join employments e on e.id = h.employment_id where e.case_id = ? order by h.from_on\
                    """)
                .param(asked.caseId().value())
                .query((row, i) -> Map.entry(
                        row.getObject("employment_id", UUID.class),
                        terms(Columns.of(row).day("from_on"))
                                .by("saved_by")
                                .moment("saved_at")
                                .entry()))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
        var entries = jdbc.sql("select * from employments where case_id = ? order by from_on, id")
                .param(asked.caseId().value())
                .query((row, i) -> terms(Columns.of(row)
                                .coded("kind", "employment.kind")
                                .written("employer", "role")
                                .field("occupation", occupation(row.getString("occupation")))
                                .truth("social_enterprise")
                                .coded("study_level", "employment.level")
                                .day("from_on", "to_on"))
                        .parts("changes", changes.getOrDefault(row.getObject("id", UUID.class), List.of()))
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

    private static Columns terms(Columns columns) throws SQLException {
        return columns.amount("hours")
                .truth("permanent")
                .coded("subsidy", "employment.subsidy")
                .truth("wage_in_step");
    }

    private static @Nullable Value occupation(@Nullable String code) {
        return code == null
                ? null
                : new Value.Written(code + " "
                        + Occupations.find(code).map(Occupation::swedish).orElse(""));
    }
}
