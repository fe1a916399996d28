package se.framsteg.plan;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
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
 * Needs of a joint plan that the person has not been asked about, and those whose plan goes on though the person has said no by
 * themselves: they wait for the caseworker, or for the leads while nobody has the case. The law says without delay and no number of
 * days, so they are due on the day that they were seen or answered. What a yes waits for, the meetings tell.
 */
@Component
class NeedToDos implements ToDoSource {
    private static final String WAITING = """
        select h.case_id, c.association_id, c.participant_id, min(coalesce(a.said_on, n.seen_on)) as since,
          bool_or(a.need_id is not null) as stopped
        from case_reach h
        join cases c on c.id = h.case_id and c.state <> 'ENDED'
        join plan_needs n on n.case_id = h.case_id
        left join lateral (select a.* from plan_answers a where a.need_id = n.id order by a.number desc limit 1) a on true
        where (a.need_id is null
            or not a.wanted and a.recorded_by is null
              and exists (select from plans p where p.need_id = n.id and p.ended_on is null))
          and h.staff_id = :staff and not exists (select from restricted_cases x where x.case_id = h.case_id)
          and (h.reach = 'CASEWORKER'
            or not exists (select from case_reach w where w.case_id = h.case_id and w.reach = 'CASEWORKER'))
        group by h.case_id, c.association_id, c.participant_id
        order by since, h.case_id limit :most\
        """;

    private final JdbcClient jdbc;
    private final Asking asking;
    private final CaseLists lists;

    NeedToDos(JdbcClient jdbc, Asking asking, CaseLists lists) {
        this.jdbc = jdbc;
        this.asking = asking;
        this.lists = lists;
    }

    private record Waiting(CaseId caseId, Trace trace, LocalDate since, boolean stopped) {
        String key() {
            return stopped ? "to-do.plan.no" : "to-do.plan.need";
        }
    }

    @Override
    @Transactional
    public List<ToDo> toDo(Actor.Staff staff) {
        if (!staff.is(Role.CASEWORKER) && !staff.is(Role.LEAD)) {
            return List.of();
        }
        asking.by(staff);
        var found = jdbc.sql(WAITING)
                .param("staff", staff.id().value())
                .param("most", MOST)
                .query(NeedToDos::waiting)
                .list();
        var frames = lists.show(staff, found.stream().map(Waiting::trace).toList());
        return found.stream()
                .map(one -> new ToDo(
                        requireNonNull(frames.get(one.caseId())).called(),
                        "/cases/" + one.caseId() + "/plan",
                        one.key(),
                        List.of(),
                        Optional.of(one.since()),
                        false))
                .toList();
    }

    private static Waiting waiting(ResultSet row, int i) throws SQLException {
        return new Waiting(
                new CaseId(row.getObject("case_id", UUID.class)),
                CaseLists.trace(row),
                row.getObject("since", LocalDate.class),
                row.getBoolean("stopped"));
    }
}
