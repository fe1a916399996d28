package se.framsteg.plan.meeting;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.cases.Cases;
import se.framsteg.notification.LetterCheck;
import se.framsteg.plan.MeetingId;
import se.framsteg.shared.CaseId;

/**
 * A summons or an invitation that waits to go: it does not, if the meeting is no longer ahead, if nothing may be changed in the case, or if
 * the person has taken back the yes by which somebody may be called.
 */
@Component
class CallCheck implements LetterCheck {
    private final JdbcClient jdbc;
    private final Cases cases;
    private final InviteeStore invitees;
    private final Lines lines;

    CallCheck(JdbcClient jdbc, Cases cases, InviteeStore invitees, Lines lines) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.invitees = invitees;
        this.lines = lines;
    }

    private record Call(CaseId caseId, MeetingId meeting, boolean standing) {}

    @Override
    public boolean mayGo(UUID about) {
        return jdbc.sql("""
            select p.case_id, m.id as meeting_id, m.state = 'PLANNED' and p.ended_on is null and i.removed_at is null
              and not exists (select from restricted_cases x where x.case_id = p.case_id) as standing
            from plan_invitees i join plan_meetings m on m.id = i.meeting_id join plans p on p.id = m.plan_id where i.id = ?\
            """)
                .param(about)
                .query((row, i) -> new Call(
                        new CaseId(row.getObject("case_id", UUID.class)),
                        new MeetingId(row.getObject("meeting_id", UUID.class)),
                        row.getBoolean("standing")))
                .optional()
                .map(call -> call.standing() && stillLet(call, new InviteeId(about)))
                .orElse(true);
    }

    private boolean stillLet(Call call, InviteeId id) {
        return cases.facts(call.caseId())
                .flatMap(facts -> invitees.find(call.meeting(), id)
                        .filter(one -> lines.allowed(facts).lets(one.asked())))
                .isPresent();
    }
}
