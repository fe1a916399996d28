package se.framsteg.fidelity.unit;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Role;
import se.framsteg.access.Rule;
import se.framsteg.access.Ruling;
import se.framsteg.audit.Trace;

/** Caseworkers have people of their own. What is told of each is its case's rule. */
@Component
class CareTeamListRule implements Rule<CareTeamList> {
    @Override
    public Class<CareTeamList> about() {
        return CareTeamList.class;
    }

    @Override
    public Optional<Ruling> ruling(Actor actor, CareTeamList list) {
        return actor instanceof Actor.Staff staff && staff.is(Role.CASEWORKER)
                ? Optional.of(new Ruling(Set.of(Action.LIST_CASE), Trace.of("care-teams", null, staff.association())))
                : Optional.empty();
    }
}
