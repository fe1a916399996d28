package se.framsteg.initiative.goal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.initiative.goal.Goal.Measure;
import se.framsteg.initiative.goal.Goal.Onward;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.StaffId;

/** Goals and typed results as rows. Guards nothing: the door does. */
@Component
class GoalRows {
    private static final String GOALS = """
        select g.*, r.id as result_id, r.reached_on, r.value, r.words
        from initiative_goals g
        left join lateral (select * from initiative_goal_results r
          where r.goal_id = g.id and r.reached_on <= coalesce(:until, r.reached_on) order by r.reached_on desc, r.number desc limit 1) r on true
        """;

    private static final String SELECT = GOALS + " where g.initiative_id = :initiative ";

    private final JdbcClient jdbc;
    private final Clock clock;

    GoalRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Goal> of(InitiativeId initiative) {
        return jdbc.sql(SELECT + " order by g.position, g.id")
                .param("initiative", initiative.value())
                .param("until", null, Types.DATE)
                .query(GoalRows::goal)
                .list();
    }

    /** The same of several, with the latest results up to that day. */
    Map<InitiativeId, List<Goal>> of(Collection<InitiativeId> initiatives, LocalDate until) {
        var goals = new HashMap<InitiativeId, List<Goal>>();
        jdbc.sql(GOALS + " where g.initiative_id = any(:initiatives) order by g.position, g.id")
                .param(
                        "initiatives",
                        initiatives.stream().map(InitiativeId::value).toArray(UUID[]::new))
                .param("until", until, Types.DATE)
                .query(row -> {
                    goals.computeIfAbsent(
                                    new InitiativeId(row.getObject("initiative_id", UUID.class)),
                                    _ -> new ArrayList<>())
                            .add(goal(row, 0));
                });
        return goals;
    }

    Optional<Goal> find(InitiativeId initiative, GoalId id) {
        return jdbc.sql(SELECT + " and g.id = :id")
                .param("initiative", initiative.value())
                .param("id", id.value())
                .param("until", null, Types.DATE)
                .query(GoalRows::goal)
                .optional();
    }

    List<Goal.Result> results(GoalId goal) {
        return jdbc.sql("""
            select id as result_id, reached_on, value, words from initiative_goal_results where goal_id = ?
            order by reached_on desc, number desc\
            """).param(goal.value()).query((row, i) -> result(row)).list();
    }

    /** Adds it; does nothing if there is one with its id. */
    void add(InitiativeId initiative, GoalId id, Measure measure, Goal.Written goal, StaffId by) {
        with(jdbc.sql("""
            insert into initiative_goals (id, association_id, initiative_id, position, text, measure, target, unit, outcomes,
              due_on, saved_by, saved_at)
            select :id, i.association_id, i.id, :position, :text, :measure, :target, :unit, :outcomes, :due, :by, :now
            from initiatives i where i.id = :initiative on conflict (id) do nothing\
            """), id, goal, by)
                .param("initiative", initiative.value())
                .param("measure", measure.name())
                .update();
    }

    boolean change(GoalId id, Goal.Written goal, int version, StaffId by) {
        return with(jdbc.sql("""
            update initiative_goals set position = :position, text = :text, target = :target, unit = :unit, outcomes = :outcomes,
              due_on = :due, version = version + 1, saved_by = :by, saved_at = :now
            where id = :id and version = :version and withdrawn_on is null\
            """), id, goal, by).param("version", version).update() == 1;
    }

    boolean withdraw(GoalId id, Goal.Withdrawn withdrawn, int version, StaffId by) {
        return jdbc.sql("""
            update initiative_goals set withdrawn_on = :on, withdrawn_reason = :reason, version = version + 1, saved_by = :by,
              saved_at = :now
            where id = :id and version = :version and withdrawn_on is null\
            """)
                        .param("id", id.value())
                        .param("on", withdrawn.on())
                        .param("reason", withdrawn.reason())
                        .param("version", version)
                        .param("by", by.value())
                        .param("now", now())
                        .update()
                == 1;
    }

    void add(GoalId goal, Goal.Result result, StaffId by) {
        jdbc.sql("""
            insert into initiative_goal_results (id, association_id, initiative_id, goal_id, reached_on, value, words, saved_by,
              saved_at)
            select :id, g.association_id, g.initiative_id, g.id, :on, :value, :words, :by, :now
            from initiative_goals g where g.id = :goal on conflict (id) do nothing\
            """)
                .param("id", result.id().value())
                .param("goal", goal.value())
                .param("on", result.on())
                .param("value", result.value().orElse(null))
                .param("words", result.words())
                .param("by", by.value())
                .param("now", now())
                .update();
    }

    private JdbcClient.StatementSpec with(
            JdbcClient.StatementSpec statement, GoalId id, Goal.Written goal, StaffId by) {
        return statement
                .param("id", id.value())
                .param("position", goal.position())
                .param("text", goal.text())
                .param("target", goal.target().orElse(null))
                .param("unit", goal.unit())
                .param(
                        "outcomes",
                        goal.outcomes().stream().map(Onward::name).sorted().toArray(String[]::new))
                .param("due", goal.due().orElse(null))
                .param("by", by.value())
                .param("now", now());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Goal goal(ResultSet row, int i) throws SQLException {
        var withdrawn = row.getObject("withdrawn_on", LocalDate.class);
        return new Goal(
                new GoalId(row.getObject("id", UUID.class)),
                row.getInt("position"),
                row.getString("text"),
                Measure.valueOf(row.getString("measure")),
                Optional.ofNullable(row.getBigDecimal("target")),
                row.getString("unit"),
                Arrays.stream((String[]) row.getArray("outcomes").getArray())
                        .map(Onward::valueOf)
                        .collect(Collectors.toSet()),
                Optional.ofNullable(row.getObject("due_on", LocalDate.class)),
                withdrawn == null
                        ? Optional.empty()
                        : Optional.of(new Goal.Withdrawn(withdrawn, row.getString("withdrawn_reason"))),
                row.getObject("result_id") == null ? Optional.empty() : Optional.of(result(row)),
                row.getInt("version"));
    }

    private static Goal.Result result(ResultSet row) throws SQLException {
        return new Goal.Result(
                new GoalResultId(row.getObject("result_id", UUID.class)),
                row.getObject("reached_on", LocalDate.class),
                Optional.ofNullable(row.getBigDecimal("value")),
                row.getString("words"));
    }
}
