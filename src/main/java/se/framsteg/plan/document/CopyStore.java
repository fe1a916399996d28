package se.framsteg.plan.document;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.plan.PlanId;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.StaffId;

/** Who has been given what, as rows, never changed. Guards nothing: the door does. */
@Component
class CopyStore {
    /** Stands for the person, whose name may change and is looked up when it is told. */
    static final String PERSON = "*";

    private final JdbcClient jdbc;
    private final Clock clock;

    CopyStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** In the order in which they were recorded. */
    List<Copy> of(PlanId plan, int number) {
        return jdbc.sql("select * from plan_copies where plan_id = ? and number = ? order by recorded_at, id")
                .params(plan.value(), number)
                .query((row, i) -> new Copy(
                        new CopyId(row.getObject("id", UUID.class)),
                        row.getString("recipient").equals(PERSON) ? "" : row.getString("recipient"),
                        Copy.How.valueOf(row.getString("how")),
                        row.getObject("handed_on", LocalDate.class)))
                .list();
    }

    /** Whether it is there now: also when the same form was sent twice. */
    boolean add(PlanId plan, int number, Copy copy, Optional<OrganisationId> organisation, StaffId by) {
        jdbc.sql("""
            insert into plan_copies (id, plan_id, number, recipient, organisation_id, how, handed_on, recorded_by, recorded_at)
            values (:id, :plan, :number, :recipient, :organisation, :how, :on, :by, :now) on conflict (id) do nothing\
            """)
                .param("id", copy.id().value())
                .param("plan", plan.value())
                .param("number", number)
                .param("recipient", copy.recipient().isEmpty() ? PERSON : copy.recipient())
                .param("organisation", organisation.map(OrganisationId::value).orElse(null))
                .param("how", copy.how().name())
                .param("on", copy.on())
                .param("by", by.value())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        return of(plan, number).contains(copy);
    }
}
