package se.framsteg.plan.meeting;

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
import se.framsteg.access.Asking;
import se.framsteg.cases.SharedCases;
import se.framsteg.home.ToDo;
import se.framsteg.home.ToDoSource;
import se.framsteg.shared.CaseId;

/**
 * Meetings ahead to which the own organisation has been called, in cases of other organisations that a consent opens, and to which nobody has
 * replied. They are due on the day of the meeting, and late only when it is too late.
 */
@Component
class CallToDos implements ToDoSource {
    private final JdbcClient jdbc;
    private final Asking asking;
    private final SharedCases shared;
    private final Clock clock;

    CallToDos(JdbcClient jdbc, Asking asking, SharedCases shared, Clock clock) {
        this.jdbc = jdbc;
        this.asking = asking;
        this.shared = shared;
        this.clock = clock;
    }

    private record Waiting(CaseId caseId, InviteeId id, Invitee.How how, LocalDate meetsOn) {}

    @Override
    @Transactional
    public List<ToDo> toDo(Actor.Staff staff) {
        asking.by(staff);
        var found = jdbc.sql("""
            select o.case_id, i.id, i.how, m.meets_on
            from opened_by_consent o
            join plans p on p.case_id = o.case_id and p.ended_on is null
            join plan_meetings m on m.plan_id = p.id and m.state = 'PLANNED' and m.meets_on >= :today
            join plan_invitees i on i.meeting_id = m.id and i.organisation_id = :organisation and i.removed_at is null
              and i.sent_at is not null and i.reply is null
            where o.kind = 'JOINT_PLAN' and not exists (select from restricted_cases x where x.case_id = o.case_id)
            group by o.case_id, i.id, i.how, m.meets_on
            order by m.meets_on, i.id limit :most\
            """)
                .param("today", LocalDate.now(clock))
                .param("organisation", staff.organisation().value())
                .param("most", MOST)
                .query((row, i) -> new Waiting(
                        new CaseId(row.getObject("case_id", UUID.class)),
                        new InviteeId(row.getObject("id", UUID.class)),
                        Invitee.How.valueOf(row.getString("how")),
                        row.getObject("meets_on", LocalDate.class)))
                .list();
        var frames = shared.show(staff, found.stream().map(Waiting::caseId).toList());
        return found.stream()
                .map(one -> new ToDo(
                        requireNonNull(frames.get(one.caseId())).called(),
                        "/cases/" + one.caseId() + "/plan/calls/" + one.id(),
                        "to-do.plan.call." + one.how(),
                        List.of(),
                        Optional.of(one.meetsOn()),
                        false))
                .toList();
    }
}
