package se.framsteg.employment.outreach;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.cases.extract.Asked;
import se.framsteg.cases.extract.Chapter;
import se.framsteg.cases.extract.Columns;
import se.framsteg.cases.extract.ExtractSource;
import se.framsteg.cases.extract.Topic;

/**
 * With which employers contact has been taken about the person, and what came of it. Of what was about somebody else, and taken back for it, neither
 * employer nor next step is told.
 */
@Component
class OutreachExtract implements ExtractSource {
    private final JdbcClient jdbc;

    OutreachExtract(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Chapter> of(Asked asked) {
        var entries = jdbc.sql("""
            select k.day, w.name as employer, x.matches, x.outcome as contact_outcome, w.next_step, x.next_on as next_step_on,
              x.next_done_on, k.logged_by, k.withdrawn_reason, k.withdrawn_by, k.withdrawn_at
            from employer_contacts x join contacts k on k.id = x.contact_id
            join contact_persons p on p.contact_id = k.id and p.case_id = ?
            left join employers e on e.id = x.employer_id
            cross join lateral (select case when k.withdrawn_reason is distinct from 'WRONG_PERSON' then e.name end as name,
              case when k.withdrawn_reason is distinct from 'WRONG_PERSON' then x.next_step end as next_step) w
            order by k.day, k.logged_at, k.id\
            """)
                .param(asked.caseId().value())
                .query((row, i) -> Columns.of(row)
                        .day("day")
                        .written("employer")
                        .truth("matches")
                        .coded("contact_outcome", "employer-contact.outcome")
                        .written("next_step")
                        .day("next_step_on", "next_done_on")
                        .by("logged_by")
                        .coded("withdrawn_reason", "contact.withdrawal")
                        .by("withdrawn_by")
                        .moment("withdrawn_at")
                        .entry())
                .list();
        return List.of(new Chapter(Topic.EMPLOYER_CONTACTS, entries));
    }
}
