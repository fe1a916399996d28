package se.framsteg.plan.document;

import java.sql.ResultSet;
import java.sql.SQLException;
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
import se.framsteg.shared.StaffId;

/** Signatures as rows, never changed. Guards nothing: the door does. */
@Component
class SignatureStore {
    /** Stands for the person, whose name may change and is looked up when it is told. */
    private static final String PERSON = "*";

    private final JdbcClient jdbc;
    private final Clock clock;

    SignatureStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** In the order in which they came; to a colleague of another organisation their own alone. */
    List<Signature> of(PlanId plan, int number) {
        return jdbc.sql("select * from plan_signatures where plan_id = ? and number = ? order by recorded_at, id")
                .params(plan.value(), number)
                .query((row, i) -> signature(row))
                .list();
    }

    private static Signature signature(ResultSet row) throws SQLException {
        var byPerson = row.getBoolean("by_person");
        return new Signature(
                new SignatureId(row.getObject("id", UUID.class)),
                Signature.How.valueOf(row.getString("how")),
                byPerson ? "" : row.getString("name"),
                row.getString("role"),
                Optional.ofNullable(row.getString("drawing")).map(Drawing::new),
                byPerson,
                row.getObject("signed_on", LocalDate.class));
    }

    boolean isConfirmedBy(PlanId plan, int number, StaffId staff) {
        return jdbc.sql("select exists (select from plan_signatures where plan_id = ? and number = ? and staff_id = ?)")
                .params(plan.value(), number, staff.value())
                .query(Boolean.class)
                .single();
    }

    /**
     * Adds it, unless the same person has signed this version already.
     *
     * @param staff who is signed in, if they sign for themselves
     * @param by who records it; empty if the person does
     * @return whether it is there now: also when the same form was sent twice
     */
    boolean add(PlanId plan, int number, Signature signature, Optional<StaffId> staff, Optional<StaffId> by) {
        jdbc.sql("""
            insert into plan_signatures (id, plan_id, number, how, name, role, drawing, staff_id, by_person, signed_on,
              recorded_by, recorded_at)
            values (:id, :plan, :number, :how, :name, :role, :drawing, :staff, :byPerson, :on, :by, :now)
            on conflict do nothing\
            """)
                .param("id", signature.id().value())
                .param("plan", plan.value())
                .param("number", number)
                .param("how", signature.how().name())
                .param("name", signature.byPerson() ? PERSON : signature.name())
                .param("role", signature.role())
                .param("drawing", signature.drawing().map(Drawing::path).orElse(null))
                .param("staff", staff.map(StaffId::value).orElse(null))
                .param("byPerson", signature.byPerson())
                .param("on", signature.on())
                .param("by", by.map(StaffId::value).orElse(null))
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        return of(plan, number).contains(signature);
    }
}
