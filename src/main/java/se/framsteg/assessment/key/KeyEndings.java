package se.framsteg.assessment.key;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.cases.CaseEnded;
import se.framsteg.cases.CaseReassigned;
import se.framsteg.shared.CaseId;

/**
 * Revokes the keys of a case when whoever gave them has it no longer, and when it ends. For good: should the case come back
 * to the same caseworker, or be opened again, no old code works again.
 */
@Component
class KeyEndings {
    private final JdbcClient jdbc;
    private final Clock clock;

    KeyEndings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CaseReassigned event) {
        revoke(event.caseId());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CaseEnded event) {
        revoke(event.caseId());
    }

    private void revoke(CaseId caseId) {
        jdbc.sql("""
            update answer_keys k set revoked_at = :now from rounds r
            where r.id = k.round_id and r.case_id = :case and k.revoked_at is null\
            """)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("case", caseId.value())
                .update();
    }
}
