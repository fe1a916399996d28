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
 * The leads of the case's initiative are told which case and why; whoever reviews the journal of the organisation that it
 * happened. Both take note.
 */
@Component
class EmergencyRule implements Rule<EmergencyId> {
    private static final Set<Action> TOLD = EnumSet.of(Action.SEE_EMERGENCY, Action.NOTE_EMERGENCY);

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
        var trace = Trace.of("emergency", emergency.id(), emergency.association());
        return new Ruling(
                as.isPresent() ? TOLD : Set.of(),
                as.filter(EmergencyStore.As.LEAD::equals)
                        .flatMap(_ -> cases.facts(emergency.caseId()))
                        .map(facts -> Trace.ofCase(facts.id(), facts.association(), facts.participant())
                                .as("emergency", emergency.id()))
                        .orElse(trace));
    }
}
