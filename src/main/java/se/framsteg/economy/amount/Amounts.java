package se.framsteg.economy.amount;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.economy.Economy;
import se.framsteg.shared.NotFoundException;

/**
 * The door to what a month in a situation brings or costs whom. An amount is never changed: the next one holds from its day on, and what was
 * calculated before keeps what it was made with.
 */
@Component
public class Amounts {
    private final Guard guard;
    private final AmountStore amounts;
    private final Clock clock;

    Amounts(Guard guard, AmountStore amounts, Clock clock) {
        this.guard = guard;
        this.amounts = amounts;
        this.clock = clock;
    }

    /**
     * @param holding those that hold today
     * @param others the association's own that held before, or will
     * @param mayChange whether the actor writes new ones
     */
    public record View(List<Amount> holding, List<Amount> others, boolean mayChange) {
        public long examples() {
            return holding.stream().filter(Amount::example).count();
        }

        /** Of one party, in the order of the situations. */
        public List<Amount> of(Party party) {
            return holding.stream()
                    .filter(one -> one.party() == party)
                    .sorted((one, other) -> one.situation().compareTo(other.situation()))
                    .toList();
        }
    }

    /**
     * @param language of the examples' sources
     * @throws NotFoundException if the actor has nothing to do with the association's economy
     */
    @Transactional
    public View see(Actor.Staff actor, String language) {
        var allowed = guard.admit(actor, Action.SEE_ECONOMY, new Economy(actor.association()));
        var holding = amounts.holding(actor.association(), LocalDate.now(clock), language);
        var others = amounts.own(actor.association()).stream()
                .filter(one -> holding.stream().noneMatch(held -> held.id().equals(one.id())))
                .toList();
        return new View(holding, others, allowed.contains(Action.CHANGE_ECONOMY_PARAMETERS));
    }

    /**
     * Writes a new one, which holds from its day on. The same id once more changes nothing.
     *
     * @throws NotFoundException unless the actor is an officer of an association
     */
    @Transactional
    public void add(Actor.Staff actor, AmountId id, Amount.Details details) {
        guard.admit(actor, Action.CHANGE_ECONOMY_PARAMETERS, new Economy(actor.association()));
        amounts.add(id, actor.association(), details, actor.id());
    }
}
