package se.framsteg.employment.outcome;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.employment.Employment;
import se.framsteg.shared.CaseId;

/** The outcome of one case from its start. Guards nothing: doors do. */
@Component
class CaseOutcomes {
    private final JdbcClient jdbc;

    CaseOutcomes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return empty before the case has started */
    Optional<Outcome> of(CaseId caseId, List<Employment> employments, LocalDate today) {
        return jdbc.sql("select started_on from cases where id = ? and started_on is not null")
                .param(caseId.value())
                .query(LocalDate.class)
                .optional()
                .filter(start -> !start.isAfter(today))
                .map(start -> Outcome.of(start, today, employments));
    }
}
