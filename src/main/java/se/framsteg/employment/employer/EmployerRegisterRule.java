package se.framsteg.employment.employer;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Role;
import se.framsteg.access.Rule;
import se.framsteg.access.Ruling;
import se.framsteg.audit.Trace;

/** Coaches and leads share the register of their association, whatever their organisation; it tells of no participant. */
@Component
class EmployerRegisterRule implements Rule<EmployerRegister> {
    static final Set<Action> SHARED = Set.of(Action.SEE_EMPLOYERS, Action.CHANGE_EMPLOYER, Action.MERGE_EMPLOYERS);

    static boolean shares(Actor.Staff staff) {
        return staff.is(Role.CASEWORKER) || staff.is(Role.LEAD);
    }

    @Override
    public Class<EmployerRegister> about() {
        return EmployerRegister.class;
    }

    @Override
    public Optional<Ruling> ruling(Actor actor, EmployerRegister register) {
        return actor instanceof Actor.Staff staff && shares(staff)
                ? Optional.of(new Ruling(SHARED, Trace.of("employer-register", null, staff.association())))
                : Optional.empty();
    }
}
