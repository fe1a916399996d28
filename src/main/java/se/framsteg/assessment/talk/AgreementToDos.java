package se.framsteg.assessment.talk;

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
import se.framsteg.access.Role;
import se.framsteg.audit.Trace;
import se.framsteg.cases.CaseFrame;
import se.framsteg.cases.CaseLists;
import se.framsteg.home.ToDo;
import se.framsteg.home.ToDoSource;
import se.framsteg.shared.CaseId;

/**
 * Agreed steps whose day has passed and that nobody has asked about since: one thing to do for each case. They wait for its
 * caseworker, or for its leads while nobody has it. Finds cases as the access rule does, by case_reach; cases that are
 * paused, restricted or have ended ask for nothing.
 */
@Component
class AgreementToDos implements ToDoSource {
    private static final String PAST = """
        select a.case_id, a.association_id, a.participant_id, min(a.due_on) as due_on, count(*) as steps
        from case_reach h
        join cases c on c.id = h.case_id and c.state = 'ACTIVE'
        join agreements a on a.case_id = h.case_id and a.due_on < :today
        where h.staff_id = :staff and not exists (select from restricted_cases x where x.case_id = h.case_id)
          and (h.reach = 'CASEWORKER'
            or not exists (select from case_reach w where w.case_id = h.case_id and w.reach = 'CASEWORKER'))
          and not exists (
            select from agreement_outcomes o
            where o.agreement_id = a.id and (o.outcome in ('DONE', 'DROPPED', 'WITHDRAWN') or o.told_on >= a.due_on))
        group by a.case_id, a.association_id, a.participant_id
        order by due_on, a.case_id limit :most\
        """;

    private final JdbcClient jdbc;
    private final CaseLists lists;
    private final Clock clock;

    AgreementToDos(JdbcClient jdbc, CaseLists lists, Clock clock) {
        this.jdbc = jdbc;
        this.lists = lists;
        this.clock = clock;
    }

    private record Past(CaseId caseId, Trace trace, LocalDate dueOn, int steps) {}

    @Override
    @Transactional
    public List<ToDo> toDo(Actor.Staff staff) {
        if (!staff.is(Role.CASEWORKER) && !staff.is(Role.LEAD)) {
            return List.of();
        }
        var past = jdbc.sql(PAST)
                .param("staff", staff.id().value())
                .param("today", LocalDate.now(clock))
                .param("most", MOST)
                .query(AgreementToDos::past)
                .list();
        var frames = lists.show(staff, past.stream().map(Past::trace).toList());
        return past.stream()
                .map(one -> toDo(one, requireNonNull(frames.get(one.caseId()))))
                .toList();
    }

    private static ToDo toDo(Past past, CaseFrame frame) {
        return new ToDo(
                frame.called(),
                "/cases/" + past.caseId() + "/talk#agreed",
                "to-do.agreed",
                List.of(past.steps()),
                Optional.of(past.dueOn()),
                true);
    }

    private static Past past(ResultSet row, int i) throws SQLException {
        return new Past(
                new CaseId(row.getObject("case_id", UUID.class)),
                CaseLists.trace(row),
                row.getObject("due_on", LocalDate.class),
                row.getInt("steps"));
    }
}
