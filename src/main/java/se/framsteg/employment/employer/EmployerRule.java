package se.framsteg.employment.employer;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.access.Actor;
import se.framsteg.access.Rule;
import se.framsteg.access.Ruling;
import se.framsteg.audit.Trace;

/** One employer is open as the register is of which it is. */
@Component
class EmployerRule implements Rule<EmployerId> {
    private final JdbcClient jdbc;

    EmployerRule(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Class<EmployerId> about() {
        return EmployerId.class;
    }

    @Override
    public Optional<Ruling> ruling(Actor actor, EmployerId subject) {
        return actor instanceof Actor.Staff staff && EmployerRegisterRule.shares(staff) && isOf(staff, subject)
                ? Optional.of(
                        new Ruling(EmployerRegisterRule.SHARED, Trace.of("employer", subject, staff.association())))
                : Optional.empty();
    }

    private boolean isOf(Actor.Staff staff, EmployerId subject) {
        return jdbc.sql("select exists (select from employers where id = :id and association_id = :association)")
                .param("id", subject.value())
                .param("association", staff.association().value())
                .query(Boolean.class)
                .single();
    }
}
