package se.framsteg.consent;

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
import se.framsteg.cases.CaseFrame;
import se.framsteg.cases.CaseLists;
import se.framsteg.home.ToDo;
import se.framsteg.home.ToDoSource;
import se.framsteg.shared.CaseId;

/**
 * Consents that run out within thirty days, or did within the last thirty: one thing to do for each case, so that the person is
 * asked in time. They wait for its caseworker, or for its leads while nobody has it. Whatever the person has answered about the
 * recipient since has ended the one that ran out, which then waits for nobody.
 */
@Component
class ConsentToDos implements ToDoSource {
    private static final int DAYS = 30;

    private static final String RUN_OUT = """
        with last as (
          select q.*, a.answer, a.kinds, a.valid_until, a.recorded_at, h.case_id
          from case_reach h
          join cases c on c.id = h.case_id and c.state <> 'ENDED'
          join consents q on q.participant_id = c.participant_id
          cross join lateral (select * from consent_answers a where a.consent_id = q.id order by a.number desc limit 1) a
          where h.staff_id = :staff and not exists (select from restricted_cases x where x.case_id = h.case_id)
            and (h.reach = 'CASEWORKER'
              or not exists (select from case_reach w where w.case_id = h.case_id and w.reach = 'CASEWORKER')))
        select l.case_id, l.association_id, l.participant_id, min(l.valid_until) as due_on, count(distinct l.id) as consents
        from last l
        where l.answer = 'YES' and l.valid_until between :earliest and :latest
        group by l.case_id, l.association_id, l.participant_id
        order by due_on, l.case_id limit :most\
        """;

    private final JdbcClient jdbc;
    private final Asking asking;
    private final CaseLists lists;
    private final Clock clock;

    ConsentToDos(JdbcClient jdbc, Asking asking, CaseLists lists, Clock clock) {
        this.jdbc = jdbc;
        this.asking = asking;
        this.lists = lists;
        this.clock = clock;
    }

    private record RunOut(CaseId caseId, Trace trace, LocalDate dueOn, int consents) {}

    @Override
    @Transactional
    public List<ToDo> toDo(Actor.Staff staff) {
        if (!staff.is(Role.CASEWORKER) && !staff.is(Role.LEAD)) {
            return List.of();
        }
        asking.by(staff);
        var today = LocalDate.now(clock);
        var found = jdbc.sql(RUN_OUT)
                .param("staff", staff.id().value())
                .param("earliest", today.minusDays(DAYS))
                .param("latest", today.plusDays(DAYS))
                .param("most", MOST)
                .query(ConsentToDos::runOut)
                .list();
        var frames = lists.show(staff, found.stream().map(RunOut::trace).toList());
        return found.stream()
                .map(one -> toDo(one, requireNonNull(frames.get(one.caseId())), today))
                .toList();
    }

    private static ToDo toDo(RunOut one, CaseFrame frame, LocalDate today) {
        return new ToDo(
                frame.called(),
                "/cases/" + one.caseId() + "/consents",
                "to-do.consent",
                List.of(one.consents()),
                Optional.of(one.dueOn()),
                one.dueOn().isBefore(today));
    }

    private static RunOut runOut(ResultSet row, int i) throws SQLException {
        return new RunOut(
                new CaseId(row.getObject("case_id", UUID.class)),
                CaseLists.trace(row),
                row.getObject("due_on", LocalDate.class),
                row.getInt("consents"));
    }
}
