package se.framsteg.cases.emergency;

import java.util.EnumSet;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Role;
import se.framsteg.access.Rule;
import se.framsteg.access.Ruling;
import se.framsteg.audit.Trace;

/** Caseworkers and leads may try the door. That somebody tried is journaled, and not what was typed. */
@Component
class EmergencyDoorRule implements Rule<EmergencyDoor> {
    @Override
    public Class<EmergencyDoor> about() {
        return EmergencyDoor.class;
    }

    @Override
    public Optional<Ruling> ruling(Actor actor, EmergencyDoor door) {
        return actor instanceof Actor.Staff staff && (staff.is(Role.CASEWORKER) || staff.is(Role.LEAD))
                ? Optional.of(new Ruling(
                        EnumSet.of(Action.TRY_EMERGENCY), Trace.of("emergency door", null, staff.association())))
                : Optional.empty();
    }
}
