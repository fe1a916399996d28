package se.framsteg.plan.followup;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Actor;
import se.framsteg.access.Asking;
import se.framsteg.access.Role;
import se.framsteg.audit.Trace;
import se.framsteg.cases.CaseLists;
import se.framsteg.home.ToDo;
import se.framsteg.home.ToDoSource;
import se.framsteg.shared.CaseId;

/**
 * Plans that nobody follows up: an effort whose day has passed and of which nothing has been told, and a plan that no meeting is planned
 * for {@value #MONTHS} months after it began or was last met about, as often as progression is measured (a choice of ours: the law names
 * no number). They wait for the caseworker, or for the leads while nobody has the case.
 */
@Component
class FollowUpToDos implements ToDoSource {
    /** How long a plan may go without a meeting that is planned. */
    static final int MONTHS = 3;

    private static final String WAITING = """
        with mine as (
          select h.case_id, c.association_id, c.participant_id, p.id as plan_id, p.started_on
          from case_reach h
          join cases c on c.id = h.case_id and c.state <> 'ENDED'
          join plans p on p.case_id = h.case_id and p.ended_on is null
          where h.staff_id = :staff and not exists (select from restricted_cases x where x.case_id = h.case_id)
            and (h.reach = 'CASEWORKER'
              or not exists (select from case_reach w where w.case_id = h.case_id and w.reach = 'CASEWORKER'))),
        waiting as (
          select m.*, 'effort' as what,
            (select min(e.due_on) from plan_efforts e
              where e.plan_id = m.plan_id and e.removed_at is null and e.state = 'PLANNED' and e.due_on < :today) as due_on
          from mine m
          union all
          select m.*, 'meeting',
            cast(greatest(m.started_on, (select max(f.held_on) from plan_meetings f where f.plan_id = m.plan_id))
              + make_interval(months => :months) as date)
          from mine m
          where not exists (select from plan_meetings a where a.plan_id = m.plan_id and a.state = 'PLANNED'))
        select distinct case_id, association_id, participant_id, what, due_on from waiting
        where due_on <= :today order by due_on, case_id, what limit :most\
        """;

    private final JdbcClient jdbc;
    private final Asking asking;
    private final CaseLists lists;
    private final Clock clock;

    FollowUpToDos(JdbcClient jdbc, Asking asking, CaseLists lists, Clock clock) {
        this.jdbc = jdbc;
        this.asking = asking;
        this.lists = lists;
        this.clock = clock;
    }

    private record Waiting(CaseId caseId, Trace trace, String what, LocalDate dueOn) {}

    @Override
    @Transactional
    public List<ToDo> toDo(Actor.Staff staff) {
        if (!staff.is(Role.CASEWORKER) && !staff.is(Role.LEAD)) {
            return List.of();
        }
        asking.by(staff);
        var today = LocalDate.now(clock);
        var found = jdbc.sql(WAITING)
                .param("staff", staff.id().value())
                .param("today", today)
                .param("months", MONTHS)
                .param("most", MOST)
                .query(FollowUpToDos::waiting)
                .list();
        var frames = lists.show(staff, found.stream().map(Waiting::trace).toList());
        return found.stream()
                .map(one -> new ToDo(
                        requireNonNull(frames.get(one.caseId())).called(),
                        one.what().equals("effort") ? "/cases/" + one.caseId() : "/cases/" + one.caseId() + "/plan",
                        "to-do.plan." + one.what(),
                        List.of(),
                        Optional.of(one.dueOn()),
                        one.dueOn().isBefore(today)))
                .toList();
    }

    private static Waiting waiting(ResultSet row, int i) throws SQLException {
        return new Waiting(
                new CaseId(row.getObject("case_id", UUID.class)),
                CaseLists.trace(row),
                row.getString("what"),
                row.getObject("due_on", LocalDate.class));
    }
}
