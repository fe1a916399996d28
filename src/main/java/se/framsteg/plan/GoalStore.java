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
import se.framsteg.plan.Plan.Goal;
import se.framsteg.plan.Plan.Scaling;
import se.framsteg.plan.Plan.Term;
import se.framsteg.shared.Id;
import se.framsteg.shared.StaffId;

/** Goals and how far the person finds that they have come, as rows. Guards nothing: the doors do. */
@Component
class GoalStore {
    private final JdbcClient jdbc;
    private final Clock clock;

    GoalStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Goal> of(PlanId plan) {
        return of(List.of(plan)).getOrDefault(plan, List.of());
    }

    /** Those of several plans, in the order in which they were added. */
    Map<PlanId, List<Goal>> of(Collection<PlanId> plans) {
        var ids = PlanStore.ids(plans);
        var scalings = scalings(ids);
        return jdbc
                .sql("select * from plan_goals where plan_id = any(?) and removed_at is null order by added_at, id")
                .param(ids)
                .query((row, i) -> Map.entry(new PlanId(row.getObject("plan_id", UUID.class)), goal(row, scalings)))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private static Goal goal(ResultSet row, Map<UUID, List<Scaling>> scalings) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Goal(
                new GoalId(id),
                Term.valueOf(row.getString("term")),
                area(row),
                row.getString("words"),
                Goal.State.valueOf(row.getString("state")),
                row.getObject("state_on", LocalDate.class),
                scalings.getOrDefault(id, List.of()),
                row.getInt("version"));
    }

    static Optional<LifeArea> area(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString("area")).map(LifeArea::valueOf);
    }

    private record Scaled(UUID goal, Scaling scaling) {}

    private Map<UUID, List<Scaling>> scalings(UUID[] plans) {
        return jdbc
                .sql("""
                    select s.* from plan_scalings s join plan_goals g on g.id = s.goal_id where g.plan_id = any(?)
                    order by s.goal_id, s.scaled_on, s.recorded_at\
                    """)
                .param(plans)
                .query((row, i) -> new Scaled(row.getObject("goal_id", UUID.class), scaling(row)))
                .list()
                .stream()
                .collect(groupingBy(Scaled::goal, mapping(Scaled::scaling, toList())));
    }

    /** Adds it; does nothing if it is there already, as when a form is sent twice. */
    void add(PlanId plan, GoalId id, Goal.Written goal, StaffId by) {
        jdbc.sql("""
            insert into plan_goals (id, plan_id, term, area, words, state, state_on, version, added_at, saved_by, saved_at)
            values (:id, :plan, :term, :area, :words, 'OPEN', :today, 1, :now, :by, :now) on conflict (id) do nothing\
            """)
                .param("id", id.value())
                .param("plan", plan.value())
                .param("term", goal.term().name())
                .param("area", goal.area().map(LifeArea::name).orElse(null))
                .param("words", goal.words())
                .param("today", LocalDate.now(clock))
                .param("by", by.value())
                .param("now", now())
                .update();
    }

    /** Whether it was still of that version and has been saved. */
    boolean change(PlanId plan, GoalId id, int version, Goal.Written goal, StaffId by) {
        return jdbc.sql("""
            update plan_goals set term = :term, area = :area, words = :words, version = version + 1, saved_by = :by, saved_at = :now
            where id = :id and plan_id = :plan and version = :version and removed_at is null\
            """)
                        .param("id", id.value())
                        .param("plan", plan.value())
                        .param("version", version)
                        .param("term", goal.term().name())
                        .param("area", goal.area().map(LifeArea::name).orElse(null))
                        .param("words", goal.words())
                        .param("by", by.value())
                        .param("now", now())
                        .update()
                == 1;
    }

    /** Whether this is what is saved under the id: adds it unless something is there already. */
    boolean scale(GoalId goal, Id id, Scaling scaling) {
        jdbc.sql("""
            insert into plan_scalings (id, goal_id, scaled_on, value, words, recorded_by, recorded_at)
            values (:id, :goal, :on, :value, :words, :by, :now) on conflict (id) do nothing\
            """)
                .param("id", id.value())
                .param("goal", goal.value())
                .param("on", scaling.on())
                .param("value", scaling.value())
                .param("words", scaling.words())
                .param("by", scaling.by().map(StaffId::value).orElse(null))
                .param("now", now())
                .update();
        return jdbc.sql("select * from plan_scalings where id = ? and goal_id = ?")
                .params(id.value(), goal.value())
                .query((row, i) -> scaling(row))
                .optional()
                .filter(scaling::equals)
                .isPresent();
    }

    private static Scaling scaling(ResultSet row) throws SQLException {
        return new Scaling(
                row.getObject("scaled_on", LocalDate.class),
                row.getInt("value"),
                row.getString("words"),
                Optional.ofNullable(row.getObject("recorded_by", UUID.class)).map(StaffId::new));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
