package se.framsteg.plan.followup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.access.Action;
import se.framsteg.cases.story.Tick;
import se.framsteg.cases.story.TickSource;
import se.framsteg.cases.story.Told;
import se.framsteg.shared.CaseId;

/** Efforts and goals of the open plan on the case page: those that are not done, and those ticked today, which can be taken back. */
@Component
class PlanTicks implements TickSource {
    /** Those whose day has passed first, goals last. */
    private static final String OPEN = """
        select 'efforts' as path, e.id, e.plan_id, e.what, e.due_on, e.state, e.state = 'PLANNED' as open, e.by_whom,
          coalesce(o.name, '') as organisation, e.responsible
        from plans p
        join plan_efforts e on e.plan_id = p.id and e.removed_at is null and (e.state = 'PLANNED' or e.state_on = :today)
        left join organisations o on o.id = e.organisation_id
        where p.case_id = :case and p.ended_on is null
        union all
        select 'goals', g.id, g.plan_id, g.words, null, g.state, g.state = 'OPEN', '', '', ''
        from plans p
        join plan_goals g on g.plan_id = p.id and g.removed_at is null and (g.state = 'OPEN' or g.state_on = :today)
        where p.case_id = :case and p.ended_on is null
        order by path, due_on nulls last, id\
        """;

    private final JdbcClient jdbc;
    private final Clock clock;

    PlanTicks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<Tick> of(CaseId id, Set<Action> allowed) {
        if (!allowed.contains(Action.SEE_WHOLE_PLAN)) {
            return List.of();
        }
        var today = LocalDate.now(clock);
        var changeable = allowed.contains(Action.CHANGE_PLAN);
        return jdbc.sql(OPEN)
                .param("case", id.value())
                .param("today", today)
                .query((row, i) -> tick(id, row, today, changeable))
                .list();
    }

    private static Tick tick(CaseId caseId, ResultSet row, LocalDate today, boolean changeable) throws SQLException {
        var path = row.getString("path");
        var open = row.getBoolean("open");
        var due = row.getObject("due_on", LocalDate.class);
        var late = open && due != null && due.isBefore(today);
        var more = new ArrayList<Told>();
        if (path.equals("goals")) {
            more.add(Told.of("plan-follow-up.goal"));
        } else {
            more.add(who(row));
            if (due != null) {
                more.add(Told.of("plan-areas.by", due));
            }
        }
        var mark = new ArrayList<Told>();
        if (late) {
            mark.add(Told.of("plan.effort.late"));
        } else if (!open) {
            mark.add(Told.of("plan-follow-up.is." + row.getString("state")));
        }
        return new Tick(
                Told.written(row.getString("what")),
                more,
                mark,
                late,
                !open,
                "/cases/%s/plan/%s/%s/%s/state?back=case"
                        .formatted(caseId, row.getObject("plan_id", UUID.class), path, row.getObject("id", UUID.class)),
                changeable ? presses(path, open) : List.of());
    }

    private static Told who(ResultSet row) throws SQLException {
        if (row.getString("by_whom").equals("PERSON")) {
            return Told.of("plan-areas.by-person");
        }
        var organisation = row.getString("organisation");
        var name = row.getString("responsible");
        return Told.written(
                organisation.isEmpty() || name.isEmpty() ? organisation + name : organisation + ", " + name);
    }

    private static List<Tick.Press> presses(String path, boolean open) {
        if (path.equals("goals")) {
            return open ? List.of(press("REACHED"), press("LEFT")) : List.of(press("OPEN"));
        }
        return open ? List.of(press("DONE"), press("NOT_DONE")) : List.of(press("PLANNED"));
    }

    private static Tick.Press press(String state) {
        return new Tick.Press(Told.of("plan-follow-up.press." + state), state);
    }
}
