package se.framsteg.economy;

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

/**
 * The association's office decides which amounts are reckoned with, and calculates also what no initiative does yet; its board and those who
 * lead initiatives see the amounts.
 */
@Component
class EconomyRule implements Rule<Economy> {
    @Override
    public Class<Economy> about() {
        return Economy.class;
    }

    @Override
    public Optional<Ruling> ruling(Actor actor, Economy economy) {
        return Optional.of(new Ruling(decide(actor, economy), Trace.of("economy", null, economy.association())));
    }

    private static Set<Action> decide(Actor actor, Economy economy) {
        if (!(actor instanceof Actor.Staff staff) || !staff.association().equals(economy.association())) {
            return Set.of();
        }
        if (staff.is(Role.ASSOCIATION_OFFICER)) {
            return EnumSet.of(Action.SEE_ECONOMY, Action.CHANGE_ECONOMY, Action.CHANGE_ECONOMY_PARAMETERS);
        }
        return staff.is(Role.BOARD) || staff.is(Role.LEAD) ? EnumSet.of(Action.SEE_ECONOMY) : Set.of();
    }
}
