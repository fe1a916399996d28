package se.framsteg.assessment;

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

/** The caseworker's rounds that are open and lack an answer. Finds cases as the access rule does, by case_reach. */
@Component
class RoundToDos implements ToDoSource {
    /** As {@link Round#asked} says. */
    private static final String DUE = """
        select r.case_id, r.association_id, r.participant_id, r.kind, r.due_on,
          a.submitted_at is not null as participant_sent, c.submitted_at is not null as caseworker_sent
        from case_reach h
        join rounds r on r.case_id = h.case_id and r.closed_at is null and r.opens_on <= :today and r.closes_on >= :today
        join case_states s on s.case_id = r.case_id and s.paused_on is null
        left join assessments a on a.round_id = r.id and a.respondent = 'PARTICIPANT'
        left join assessments c on c.round_id = r.id and c.respondent = 'CASEWORKER'
        where h.staff_id = :staff and h.reach = 'CASEWORKER' and (a.submitted_at is null or c.submitted_at is null)
          and (s.state <> 'ENDED' or r.kind = 'ENDING' or a.submitted_at is not null or c.submitted_at is not null)
          and not exists (select from restricted_cases x where x.case_id = r.case_id)
        order by r.due_on, r.id limit :most\
        """;

    /** Cases whose last scheduled round has opened, and that are not ending: the next round is yet to be made. */
    private static final String WITHOUT_NEXT = """
        select h.case_id from case_reach h join rounds r on r.case_id = h.case_id
        where h.staff_id = :staff and h.reach = 'CASEWORKER'
          and not exists (select from restricted_cases x where x.case_id = h.case_id)
        group by h.case_id
        having max(r.opens_on) filter (where r.ordinal is not null) <= :today
          and not bool_or(r.kind = 'ENDING' and r.closed_at is null)\
        """;

    private final JdbcClient jdbc;
    private final Rounds rounds;
    private final CaseLists lists;
    private final Clock clock;

    RoundToDos(JdbcClient jdbc, Rounds rounds, CaseLists lists, Clock clock) {
        this.jdbc = jdbc;
        this.rounds = rounds;
        this.lists = lists;
        this.clock = clock;
    }

    private record Due(
            Trace trace,
            CaseId caseId,
            Round.Kind kind,
            LocalDate dueOn,
            boolean participantSent,
            boolean caseworkerSent) {}

    @Override
    @Transactional
    public List<ToDo> toDo(Actor.Staff staff) {
        if (!staff.is(Role.CASEWORKER)) {
            return List.of();
        }
        var today = LocalDate.now(clock);
        makeNext(staff, today);
        var due = jdbc.sql(DUE)
                .param("staff", staff.id().value())
                .param("today", today)
                .param("most", MOST)
                .query(RoundToDos::due)
                .list();
        var frames = lists.show(staff, due.stream().map(Due::trace).toList());
        return due.stream()
                .map(one -> toDo(one, requireNonNull(frames.get(one.caseId())), today))
                .toList();
    }

    private void makeNext(Actor.Staff staff, LocalDate today) {
        jdbc.sql(WITHOUT_NEXT)
                .param("staff", staff.id().value())
                .param("today", today)
                .query(UUID.class)
                .list()
                .forEach(caseId -> rounds.ensure(new CaseId(caseId)));
    }

    private static ToDo toDo(Due due, CaseFrame frame, LocalDate today) {
        var what = due.participantSent()
                ? "to-do.own-answer"
                : due.caseworkerSent() ? "to-do.participant-answer" : "to-do.both-answers";
        return new ToDo(
                frame.called(),
                "/cases/" + due.caseId() + "/progression",
                what + "." + due.kind(),
                List.of(),
                Optional.of(due.dueOn()),
                today.isAfter(due.dueOn()));
    }

    private static Due due(ResultSet row, int i) throws SQLException {
        return new Due(
                CaseLists.trace(row),
                new CaseId(row.getObject("case_id", UUID.class)),
                Round.Kind.valueOf(row.getString("kind")),
                row.getObject("due_on", LocalDate.class),
                row.getBoolean("participant_sent"),
                row.getBoolean("caseworker_sent"));
    }
}
