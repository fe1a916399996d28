package se.framsteg.consent;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Asking;
import se.framsteg.access.Role;
import se.framsteg.audit.Trace;
import se.framsteg.cases.CaseLists;
import se.framsteg.home.ToDo;
import se.framsteg.home.ToDoSource;
import se.framsteg.shared.CaseId;

/**
 * Consents that the person has stopped alone, on the own page: the caseworker is told until they have looked at the consents
 * since, or the leads while nobody has the case. What was stopped before they got the case they take over with it.
 */
@Component
class StopToDos implements ToDoSource {
    private static final String STOPPED = """
        select h.case_id, c.association_id, c.participant_id, count(distinct q.id) as consents
        from case_reach h
        join cases c on c.id = h.case_id and c.state <> 'ENDED'
        join consents q on q.participant_id = c.participant_id
        join consent_answers a on a.consent_id = q.id and a.answer = 'WITHDRAWN' and a.how = 'OWN_PAGE'
        left join assignments g on g.case_id = h.case_id and g.to_on is null
        where h.staff_id = :staff
          and (h.reach = 'CASEWORKER'
            or not exists (select from case_reach w where w.case_id = h.case_id and w.reach = 'CASEWORKER'))
          and (g.from_on is null or cast(a.recorded_at at time zone 'Europe/Stockholm' as date) >= g.from_on)
          and a.recorded_at > coalesce((select max(l.at) from asker_looks l
            where l.case_id = h.case_id and l.action = :look), '-infinity')
        group by h.case_id, c.association_id, c.participant_id
        order by min(a.recorded_at), h.case_id limit :most\
        """;

    private final JdbcClient jdbc;
    private final Asking asking;
    private final CaseLists lists;

    StopToDos(JdbcClient jdbc, Asking asking, CaseLists lists) {
        this.jdbc = jdbc;
        this.asking = asking;
        this.lists = lists;
    }

    private record Stopped(CaseId caseId, Trace trace, int consents) {}

    @Override
    @Transactional
    public List<ToDo> toDo(Actor.Staff staff) {
        if (!staff.is(Role.CASEWORKER) && !staff.is(Role.LEAD)) {
            return List.of();
        }
        asking.by(staff);
        var found = jdbc.sql(STOPPED)
                .param("staff", staff.id().value())
                .param("look", Action.SEE_CONSENTS.name())
                .param("most", MOST)
                .query(StopToDos::stopped)
                .list();
        var frames = lists.show(staff, found.stream().map(Stopped::trace).toList());
        return found.stream()
                .map(one -> new ToDo(
                        requireNonNull(frames.get(one.caseId())).called(),
                        "/cases/" + one.caseId() + "/consents",
                        "to-do.consent.stopped",
                        List.of(one.consents()),
                        Optional.empty(),
                        false))
                .toList();
    }

    private static Stopped stopped(ResultSet row, int i) throws SQLException {
        return new Stopped(
                new CaseId(row.getObject("case_id", UUID.class)), CaseLists.trace(row), row.getInt("consents"));
    }
}
