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
 * Needs of a joint plan that the person has not been asked about: they wait for the caseworker, or for the leads while nobody has the
 * case. The law says without delay and no number of days, so they are due on the day that they were seen.
 */
@Component
class NeedToDos implements ToDoSource {
    private static final String UNANSWERED = """
        select h.case_id, c.association_id, c.participant_id, min(n.seen_on) as seen_on
        from case_reach h
        join cases c on c.id = h.case_id and c.state <> 'ENDED'
        join plan_needs n on n.case_id = h.case_id and not exists (select from plan_answers a where a.need_id = n.id)
        where h.staff_id = :staff and not exists (select from restricted_cases x where x.case_id = h.case_id)
          and (h.reach = 'CASEWORKER'
            or not exists (select from case_reach w where w.case_id = h.case_id and w.reach = 'CASEWORKER'))
        group by h.case_id, c.association_id, c.participant_id
        order by seen_on, h.case_id limit :most\
        """;

    private final JdbcClient jdbc;
    private final Asking asking;
    private final CaseLists lists;

    NeedToDos(JdbcClient jdbc, Asking asking, CaseLists lists) {
        this.jdbc = jdbc;
        this.asking = asking;
        this.lists = lists;
    }

    private record Unanswered(CaseId caseId, Trace trace, LocalDate seenOn) {}

    @Override
    @Transactional
    public List<ToDo> toDo(Actor.Staff staff) {
        if (!staff.is(Role.CASEWORKER) && !staff.is(Role.LEAD)) {
            return List.of();
        }
        asking.by(staff);
        var found = jdbc.sql(UNANSWERED)
                .param("staff", staff.id().value())
                .param("most", MOST)
                .query(NeedToDos::unanswered)
                .list();
        var frames = lists.show(staff, found.stream().map(Unanswered::trace).toList());
        return found.stream()
                .map(one -> new ToDo(
                        requireNonNull(frames.get(one.caseId())).called(),
                        "/cases/" + one.caseId() + "/plan",
                        "to-do.plan.need",
                        List.of(),
                        Optional.of(one.seenOn()),
                        false))
                .toList();
    }

    private static Unanswered unanswered(ResultSet row, int i) throws SQLException {
        return new Unanswered(
                new CaseId(row.getObject("case_id", UUID.class)),
                CaseLists.trace(row),
                row.getObject("seen_on", LocalDate.class));
    }
}
