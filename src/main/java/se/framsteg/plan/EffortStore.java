package se.framsteg.plan;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.plan.Plan.ByWhom;
import se.framsteg.plan.Plan.Effort;
import se.framsteg.plan.Plan.Responsible;
import se.framsteg.shared.StaffId;

/** Efforts as rows. Guards nothing: the doors do. */
@Component
class EffortStore {
    private final JdbcClient jdbc;
    private final Clock clock;

    EffortStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Effort> of(PlanId plan) {
        return of(List.of(plan)).getOrDefault(plan, List.of());
    }

    /** Those of several plans, in the order in which they were added. */
    Map<PlanId, List<Effort>> of(Collection<PlanId> plans) {
        return jdbc
                .sql("select * from plan_efforts where plan_id = any(?) and removed_at is null order by added_at, id")
                .param(PlanStore.ids(plans))
                .query((row, i) -> Map.entry(new PlanId(row.getObject("plan_id", UUID.class)), effort(row)))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private static Effort effort(ResultSet row) throws SQLException {
        return new Effort(
                new EffortId(row.getObject("id", UUID.class)),
                Optional.ofNullable(row.getObject("goal_id", UUID.class)).map(GoalId::new),
                GoalStore.area(row),
                Optional.ofNullable(row.getString("dimension")),
                row.getString("what"),
                new Responsible(
                        ByWhom.valueOf(row.getString("by_whom")),
                        PlanStore.organisation(row, "organisation_id"),
                        row.getString("responsible")),
                Optional.ofNullable(row.getObject("due_on", LocalDate.class)),
                Effort.State.valueOf(row.getString("state")),
                row.getObject("state_on", LocalDate.class),
                row.getInt("version"));
    }

    /** Adds it; does nothing if it is there already, as when a form is sent twice. */
    void add(PlanId plan, EffortId id, Effort.Written effort, StaffId by) {
        written(jdbc.sql("""
            insert into plan_efforts (id, plan_id, goal_id, area, dimension, what, by_whom, organisation_id, responsible, due_on,
              state, state_on, version, added_at, saved_by, saved_at)
            values (:id, :plan, :goal, :area, :dimension, :what, :byWhom, :organisation, :responsible, :due,
              'PLANNED', :today, 1, :now, :by, :now)
            on conflict (id) do nothing\
            """), plan, id, effort, by)
                .param("today", LocalDate.now(clock))
                .update();
    }

    /** Whether it was still of that version and has been saved. */
    boolean change(PlanId plan, EffortId id, int version, Effort.Written effort, StaffId by) {
        return written(jdbc.sql("""
            update plan_efforts set goal_id = :goal, area = :area, dimension = :dimension, what = :what, by_whom = :byWhom,
              organisation_id = :organisation, responsible = :responsible, due_on = :due, version = version + 1, saved_by = :by,
              saved_at = :now
            where id = :id and plan_id = :plan and version = :version and removed_at is null\
            """), plan, id, effort, by)
                        .param("version", version)
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec written(
            JdbcClient.StatementSpec statement, PlanId plan, EffortId id, Effort.Written effort, StaffId by) {
        return statement
                .param("id", id.value())
                .param("plan", plan.value())
                .param("goal", effort.goal().map(GoalId::value).orElse(null))
                .param("area", effort.area().map(LifeArea::name).orElse(null))
                .param("dimension", effort.dimension().orElse(null))
                .param("what", effort.what())
                .param("byWhom", effort.responsible().by().name())
                .param("organisation", PlanStore.value(effort.responsible().organisation()))
                .param("responsible", effort.responsible().name())
                .param("due", effort.dueOn().orElse(null))
                .param("by", by.value())
                .param("now", now());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
