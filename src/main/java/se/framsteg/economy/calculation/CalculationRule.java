package se.framsteg.economy.calculation;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Role;
import se.framsteg.access.Rule;
import se.framsteg.access.Ruling;
import se.framsteg.audit.Trace;
import se.framsteg.initiative.InitiativeRegister;
import se.framsteg.shared.InitiativeId;

/** A calculation is seen by the association's office and board, and by the leads of the initiative; the board changes nothing. */
@Component
class CalculationRule implements Rule<CalculationId> {
    private final CalculationStore calculations;
    private final InitiativeRegister initiatives;

    CalculationRule(CalculationStore calculations, InitiativeRegister initiatives) {
        this.calculations = calculations;
        this.initiatives = initiatives;
    }

    @Override
    public Class<CalculationId> about() {
        return CalculationId.class;
    }

    @Override
    public Optional<Ruling> ruling(Actor actor, CalculationId id) {
        return actor instanceof Actor.Staff staff
                ? calculations
                        .facts(id)
                        .map(facts -> new Ruling(
                                decide(staff, facts), Trace.of("economy-calculation", id, facts.association())))
                : Optional.empty();
    }

    private Set<Action> decide(Actor.Staff staff, CalculationStore.Facts facts) {
        if (!staff.association().equals(facts.association())) {
            return Set.of();
        }
        if (staff.is(Role.ASSOCIATION_OFFICER)
                || facts.initiative().filter(id -> leads(staff, id)).isPresent()) {
            return EnumSet.of(Action.SEE_ECONOMY, Action.CHANGE_ECONOMY);
        }
        return staff.is(Role.BOARD) ? EnumSet.of(Action.SEE_ECONOMY) : Set.of();
    }

    private boolean leads(Actor.Staff staff, InitiativeId id) {
        return staff.is(Role.LEAD)
                && initiatives
                        .find(id)
                        .filter(one -> one.owner().equals(staff.organisation())
                                && one.leads().contains(staff.id()))
                        .isPresent();
    }
}
