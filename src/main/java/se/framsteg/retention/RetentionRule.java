package se.framsteg.retention;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Role;
import se.framsteg.access.Rule;
import se.framsteg.access.Ruling;
import se.framsteg.audit.Trace;

/** An organisation's administrator looks after its own retention; nobody else does. */
@Component
class RetentionRule implements Rule<Retention> {
    @Override
    public Class<Retention> about() {
        return Retention.class;
    }

    @Override
    public Optional<Ruling> ruling(Actor actor, Retention retention) {
        return actor instanceof Actor.Staff staff
                        && staff.is(Role.ORGANISATION_ADMINISTRATOR)
                        && staff.organisation().equals(retention.organisation())
                ? Optional.of(new Ruling(
                        Set.of(Action.MANAGE_RETENTION),
                        Trace.of("retention", retention.organisation(), staff.association())))
                : Optional.empty();
    }
}
