package se.framsteg.plan;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Actor;
import se.framsteg.home.OwnToDoSource;

/** That somebody has seen the need of a joint plan, and the person has not said what they want. */
@Component
class OwnNeedToDos implements OwnToDoSource {
    private final JdbcClient jdbc;

    OwnNeedToDos(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public List<OwnToDo> toDo(Actor.Respondent participant) {
        var waits = jdbc.sql("""
            select exists (select from plan_needs n where n.case_id = (select asker_own_case_going_on())
              and n.case_id <> all((select asker_restricted())::uuid[])
              and not exists (select from plan_answers a where a.need_id = n.id))\
            """).query(Boolean.class).single();
        return waits && !participant.handedOver()
                ? List.of(new OwnToDo("own-plan.answer.title", "own-plan.answer.go", "/svara/min-sida/plan"))
                : List.of();
    }
}
