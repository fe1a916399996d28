package se.framsteg.plan.followup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.access.Action;
import se.framsteg.cases.story.Chapter;
import se.framsteg.cases.story.Happening;
import se.framsteg.cases.story.Lane;
import se.framsteg.cases.story.NextStep;
import se.framsteg.cases.story.StorySource;
import se.framsteg.cases.story.Told;
import se.framsteg.shared.CaseId;

/**
 * Joint plans as marks on the case's time line: begun, met about, settled and ended, never what they hold. What is left to do is the
 * meeting that lies ahead.
 */
@Component
class PlanStory implements StorySource {
    private static final String TOLD = """
        select 'BEGUN' as what, p.started_on as day, p.kind, 0 as number, cast(null as time) as at from plans p where p.case_id = :case
        union all
        select 'MET', m.held_on, p.kind, 0, null from plans p join plan_meetings m on m.plan_id = p.id and m.held_on is not null
          where p.case_id = :case
        union all
        select 'SETTLED', cast(v.made_at at time zone 'Europe/Stockholm' as date), p.kind, v.number, null
          from plans p join plan_versions v on v.plan_id = p.id where p.case_id = :case
        union all
        select 'ENDED', p.ended_on, p.kind, 0, null from plans p where p.case_id = :case and p.ended_on is not null
        union all
        select 'AHEAD', m.meets_on, p.kind, 0, m.meets_at from plans p join plan_meetings m on m.plan_id = p.id and m.state = 'PLANNED'
          where p.case_id = :case
        order by day, what\
        """;

    private final JdbcClient jdbc;

    PlanStory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Chapter of(CaseId id, Set<Action> allowed) {
        if (!allowed.contains(Action.SEE_PLAN)) {
            return Chapter.of(List.of());
        }
        var path = "/cases/" + id + "/plan";
        var happenings = new ArrayList<Happening>();
        var next = new ArrayList<NextStep>();
        jdbc.sql(TOLD).param("case", id.value()).query(row -> {
            if (!row.getString("what").equals("AHEAD")) {
                happenings.add(mark(row, path));
            } else if (allowed.contains(Action.SEE_WHOLE_PLAN)) {
                next.add(ahead(row, path));
            }
        });
        return new Chapter(happenings, next);
    }

    private static Happening mark(ResultSet row, String path) throws SQLException {
        return Happening.mark(
                Lane.PLAN,
                row.getObject("day", LocalDate.class),
                Told.of("story.plan." + row.getString("what"), row.getInt("number")),
                List.of(Told.of("plan.kind." + row.getString("kind"))),
                path);
    }

    private static NextStep ahead(ResultSet row, String path) throws SQLException {
        return new NextStep(
                Told.of(
                        "story.plan.AHEAD",
                        row.getObject("day", LocalDate.class),
                        row.getObject("at", LocalTime.class)),
                Told.of("story.plan.way"),
                path);
    }
}
