package se.framsteg.assessment;

import static java.util.Objects.requireNonNull;

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
import se.framsteg.shared.RoundId;

/** For leads: rounds of others' cases that are late. The caseworker has the same in the own list, and comes first. */
@Component
class LateRounds implements ToDoSource {
    private static final String LATE = """
        select r.id from case_reach h
        join rounds r on r.case_id = h.case_id and r.closed_at is null and r.due_on < :today and r.closes_on >= :today
        join case_states s on s.case_id = r.case_id and (s.paused_on is null or s.paused_on > r.closes_on)
        where h.staff_id = :staff and h.reach = 'LEAD'
          and not exists (select from case_reach own where own.case_id = h.case_id and own.staff_id = :staff
            and own.reach = 'CASEWORKER')
          and (select count(*) from assessments a where a.round_id = r.id and a.submitted_at is not null) < 2
          and not exists (select from restricted_cases x where x.case_id = r.case_id)
        order by r.due_on, r.id limit :most\
        """;

    private final JdbcClient jdbc;
    private final RoundTable rounds;
    private final CaseLists lists;
    private final Clock clock;

    LateRounds(JdbcClient jdbc, RoundTable rounds, CaseLists lists, Clock clock) {
        this.jdbc = jdbc;
        this.rounds = rounds;
        this.lists = lists;
        this.clock = clock;
    }

    @Override
    @Transactional
    public List<ToDo> toDo(Actor.Staff staff) {
        if (!staff.is(Role.LEAD)) {
            return List.of();
        }
        var today = LocalDate.now(clock);
        var late = late(staff, today);
        var frames = lists.show(staff, late.stream().map(LateRounds::trace).toList());
        return late.stream()
                .map(round -> toDo(round, requireNonNull(frames.get(round.caseId()))))
                .toList();
    }

    private List<Round> late(Actor.Staff lead, LocalDate today) {
        var ids = jdbc.sql(LATE)
                .param("staff", lead.id().value())
                .param("today", today)
                .param("most", MOST)
                .query((row, i) -> new RoundId(row.getObject("id", UUID.class)))
                .list();
        return rounds.all(ids).stream()
                .filter(round -> round.stage(today) == Round.Stage.LATE)
                .toList();
    }

    private static Trace trace(Round round) {
        return Trace.ofCase(round.caseId(), round.association(), round.participant());
    }

    private static ToDo toDo(Round round, CaseFrame frame) {
        return new ToDo(
                frame.called(),
                "/cases/" + frame.id() + "/progression",
                "to-do.late-round",
                List.of(),
                Optional.of(round.dueOn()),
                true);
    }
}
