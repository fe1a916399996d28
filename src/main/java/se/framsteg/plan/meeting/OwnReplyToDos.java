package se.framsteg.plan.meeting;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Actor;
import se.framsteg.home.OwnToDoSource;

/** That the participant is asked to a meeting that is ahead, and has not said whether they come. */
@Component
class OwnReplyToDos implements OwnToDoSource {
    private final JdbcClient jdbc;

    OwnReplyToDos(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public List<OwnToDo> toDo(Actor.Respondent participant) {
        if (participant.handedOver()) {
            return List.of();
        }
        var asked = jdbc.sql("""
            select m.id from plan_meetings m join plans p on p.id = m.plan_id join plan_invitees i on i.meeting_id = m.id
            where p.case_id = (select asker_own_case_going_on()) and p.case_id <> all((select asker_restricted())::uuid[])
              and m.state = 'PLANNED' and m.meets_on >= (select asked_on())
              and i.part = 'PERSON' and i.removed_at is null and i.reply is null\
            """).query(String.class).list();
        return asked.stream()
                .map(id -> new OwnToDo(
                        "own-plan.reply.title", "own-plan.meeting.go", "/svara/min-sida/plan/mote/" + id + "/svar"))
                .toList();
    }
}
