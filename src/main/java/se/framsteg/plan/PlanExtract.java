package se.framsteg.plan;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.cases.extract.Asked;
import se.framsteg.cases.extract.Chapter;
import se.framsteg.cases.extract.Columns;
import se.framsteg.cases.extract.Entry;
import se.framsteg.cases.extract.ExtractSource;
import se.framsteg.cases.extract.Topic;

/** Each joint plan, with its texts, goals and efforts, those that were taken away included. */
@Component
class PlanExtract implements ExtractSource {
    private static final String NAMES = """
        (select o.name from organisations o where o.id = %s.%s_organisation_id) as %s_of\
        """;

    private final JdbcClient jdbc;

    PlanExtract(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Chapter> of(Asked asked) {
        var texts = parts(
                "select t.*, t.plan_id as within from plan_texts t join plans p on p.id = t.plan_id"
                        + " where p.case_id = ? order by t.saved_at",
                asked,
                PlanExtract::text);
        var goals = goals(asked);
        var efforts = parts(
                "select e.*, e.plan_id as within, o.name as organisation from plan_efforts e"
                        + " join plans p on p.id = e.plan_id left join organisations o on o.id = e.organisation_id"
                        + " where p.case_id = ? order by e.added_at",
                asked,
                PlanExtract::effort);
        var entries = jdbc.sql("select p.*, " + NAMES.formatted("p", "coordinator", "coordinator") + ", "
                        + NAMES.formatted("p", "overall", "overall")
                        + " from plans p where p.case_id = ? order by p.started_on, p.id")
                .param(asked.caseId().value())
                .query((row, i) -> {
                    var id = row.getObject("id", UUID.class);
                    return Columns.of(row)
                            .coded("kind", "plan.kind")
                            .day("started_on")
                            .by("started_by")
                            .parts("plan_texts", texts.getOrDefault(id, List.of()))
                            .parts("plan_goals", goals.getOrDefault(id, List.of()))
                            .parts("plan_efforts", efforts.getOrDefault(id, List.of()))
                            .written("coordinator", "coordinator_of", "overall_of", "may_have")
                            .day("ended_on")
                            .coded("end_reason", "plan.end-reason")
                            .by("ended_by")
                            .entry();
                })
                .list();
        return List.of(new Chapter(Topic.PLAN, entries));
    }

    private static Entry text(ResultSet row) throws SQLException {
        return Columns.of(row)
                .coded("part", "plan.part")
                .written("text")
                .by("saved_by")
                .moment("saved_at")
                .entry();
    }

    private Map<UUID, List<Entry>> goals(Asked asked) {
        var scalings = parts(
                "select s.*, s.goal_id as within from plan_scalings s join plan_goals g on g.id = s.goal_id"
                        + " join plans p on p.id = g.plan_id where p.case_id = ? order by s.scaled_on, s.recorded_at",
                asked,
                row -> Columns.of(row)
                        .day("scaled_on")
                        .count("value")
                        .written("words")
                        .byStaffOrPerson("recorded_by")
                        .moment("recorded_at")
                        .entry());
        return parts(
                "select g.*, g.plan_id as within from plan_goals g join plans p on p.id = g.plan_id"
                        + " where p.case_id = ? order by g.added_at",
                asked,
                row -> Columns.of(row)
                        .written("words")
                        .coded("term", "plan.goal.term")
                        .coded("area", "plan.area")
                        .coded("state", "plan.goal.state")
                        .day("state_on")
                        .moment("added_at", "removed_at")
                        .by("saved_by")
                        .moment("saved_at")
                        .parts("plan_scalings", scalings.getOrDefault(row.getObject("id", UUID.class), List.of()))
                        .entry());
    }

    private static Entry effort(ResultSet row) throws SQLException {
        return Columns.of(row)
                .written("what")
                .coded("by_whom", "plan.effort.by-whom")
                .written("organisation", "responsible")
                .coded("area", "plan.area")
                .written("dimension")
                .day("due_on")
                .coded("state", "plan.effort.state")
                .day("state_on")
                .moment("added_at", "removed_at")
                .by("saved_by")
                .moment("saved_at")
                .entry();
    }

    private interface Told {
        Entry of(ResultSet row) throws SQLException;
    }

    private record Part(UUID within, Entry entry) {}

    /** Entries by what they belong to, which the statement calls {@code within}. */
    private Map<UUID, List<Entry>> parts(String sql, Asked asked, Told told) {
        return jdbc
                .sql(sql)
                .param(asked.caseId().value())
                .query((row, i) -> new Part(row.getObject("within", UUID.class), told.of(row)))
                .list()
                .stream()
                .collect(groupingBy(Part::within, mapping(Part::entry, toList())));
    }
}
