package se.framsteg.plan.dimension;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.access.Action;
import se.framsteg.assessment.DimensionLinks;
import se.framsteg.cases.story.Told;
import se.framsteg.shared.CaseId;

/** The efforts of the open plan that name a dimension, shown where the dimension is. */
@Component
class EffortLinks implements DimensionLinks {
    private final JdbcClient jdbc;

    EffortLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Link> of(CaseId id, Set<Action> allowed) {
        if (!allowed.contains(Action.SEE_PLAN)) {
            return List.of();
        }
        return jdbc.sql("""
            select e.* from plan_efforts e join plans p on p.id = e.plan_id
            where p.case_id = ? and p.ended_on is null and e.removed_at is null and e.dimension is not null
            order by e.state = 'PLANNED' desc, e.due_on nulls last, e.added_at, e.id\
            """).param(id.value()).query((row, i) -> link(id, row)).list();
    }

    @Override
    public Optional<String> adding(CaseId id, Set<Action> allowed) {
        return allowed.contains(Action.CHANGE_PLAN)
                ? jdbc.sql("select id from plans where case_id = ? and ended_on is null")
                        .param(id.value())
                        .query(UUID.class)
                        .optional()
                        .map(plan -> "/cases/" + id + "/plan/" + plan + "/efforts/new")
                : Optional.empty();
    }

    private static Link link(CaseId caseId, ResultSet row) throws SQLException {
        var more = new ArrayList<Told>();
        var due = row.getObject("due_on", LocalDate.class);
        var state = row.getString("state");
        if (state.equals("PLANNED") && due != null) {
            more.add(Told.of("plan-areas.by", due));
        } else {
            more.add(Told.of("plan-areas.state." + state));
        }
        return new Link(
                row.getString("dimension"),
                row.getString("what"),
                more,
                "/cases/" + caseId + "/plan/areas#effort-" + row.getObject("id", UUID.class));
    }
}
