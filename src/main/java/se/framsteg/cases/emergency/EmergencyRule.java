package se.framsteg.cases.emergency;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Rule;
import se.framsteg.access.Ruling;
import se.framsteg.audit.Trace;
import se.framsteg.cases.Cases;

/**
 * The leads of the case's initiative and its caseworker are told which case and why; whoever reviews the journal of the
 * organisation that it happened, and why. Each takes note, but nobody of what they opened themselves.
 */
@Component
class EmergencyRule implements Rule<EmergencyId> {
    private static final Set<Action> TOLD = EnumSet.of(Action.SEE_EMERGENCY, Action.NOTE_EMERGENCY);
    private static final Set<Action> OWN = EnumSet.of(Action.SEE_EMERGENCY);

    private final EmergencyStore emergencies;
    private final Cases cases;

    EmergencyRule(EmergencyStore emergencies, Cases cases) {
        this.emergencies = emergencies;
        this.cases = cases;
    }

    @Override
    public Class<EmergencyId> about() {
        return EmergencyId.class;
    }

    @Override
    public Optional<Ruling> ruling(Actor actor, EmergencyId id) {
        return actor instanceof Actor.Staff staff
                ? emergencies.read(id).map(emergency -> ruling(staff, emergency))
                : Optional.empty();
    }

    private Ruling ruling(Actor.Staff staff, EmergencyStore.Stored emergency) {
        var as = emergencies.toldAs(staff, emergency);
        if (as.isEmpty()) {
            return new Ruling(Set.of(), Trace.of("emergency", emergency.id(), emergency.association()));
        }
        return new Ruling(
                emergency.by().equals(staff.id()) ? OWN : TOLD,
                Optional.of(as.getFirst())
                        .filter(EmergencyStore.As::knowsCase)
                        .flatMap(_ -> cases.facts(emergency.caseId()))
                        .map(facts -> Trace.ofCase(facts.id(), facts.association(), facts.participant())
                                .as("emergency", emergency.id()))
                        .orElseGet(() -> Trace.of("emergency", emergency.id(), emergency.association())));
    }
}
