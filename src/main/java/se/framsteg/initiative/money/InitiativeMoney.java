package se.framsteg.initiative.money;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Actor;
import se.framsteg.initiative.Affairs;
import se.framsteg.initiative.FreeWords;
import se.framsteg.initiative.Initiative;
import se.framsteg.initiative.Kronor;
import se.framsteg.initiative.money.MoneyTable.Key;
import se.framsteg.initiative.money.MoneyTable.Sum;
import se.framsteg.shared.ChangedMeanwhileException;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.NotFoundException;

/** The door to an initiative's money: who pays, what each is to pay in a year, and what each has paid. */
@Component
public class InitiativeMoney {
    private final Affairs affairs;
    private final MoneyRows money;
    private final Clock clock;

    InitiativeMoney(Affairs affairs, MoneyRows money, Clock clock) {
        this.affairs = affairs;
        this.money = money;
        this.clock = clock;
    }

    public record View(Affairs.Head head, List<Funder> funders, MoneyTable table) {
        public View {
            funders = List.copyOf(funders);
        }
    }

    /** @param costs the latest first, those that were taken back among them */
    public record Costs(Affairs.Head head, List<Funder> funders, List<Cost> costs) {
        public Costs {
            funders = List.copyOf(funders);
            costs = List.copyOf(costs);
        }
    }

    /**
     * The budget of one year.
     *
     * @param budget in whole kronor by who pays; of those who have none there is none
     */
    public record Budget(Affairs.Head head, int year, List<Funder> funders, Map<FunderId, Long> budget, int version) {
        public Budget {
            funders = List.copyOf(funders);
            budget = Map.copyOf(budget);
        }
    }

    /** @throws NotFoundException if the actor may not see the initiative's own side */
    @Transactional
    public View see(Actor.Staff actor, InitiativeId id) {
        return view(affairs.see(actor, id));
    }

    /** The same for whoever changes it. */
    @Transactional
    public View toChange(Actor.Staff actor, InitiativeId id) {
        return view(affairs.change(actor, id));
    }

    private View view(Affairs.Head head) {
        return new View(
                head, money.funders(head.id()), table(head.id(), head.startsOn(), head.endsOn(), Optional.empty()));
    }

    /**
     * For other rooms. Guards nothing: to be asked inside the transaction of a guarded door.
     *
     * @param from when the initiative begins
     * @param to when it ends; thought of as today if that is open
     * @param paidBy the last day whose costs are counted; none: all are
     */
    public MoneyTable table(InitiativeId id, LocalDate from, Optional<LocalDate> to, Optional<LocalDate> paidBy) {
        return table(from, to, money.funders(id), money.sums(id, paidBy));
    }

    /** The same of several initiatives, by their own days and in two statements. */
    public Map<InitiativeId, MoneyTable> tables(Collection<Initiative> initiatives, Optional<LocalDate> paidBy) {
        var ids = initiatives.stream().map(Initiative::id).toList();
        var funders = money.funders(ids);
        var sums = money.sums(ids, paidBy);
        return initiatives.stream()
                .collect(Collectors.toMap(
                        Initiative::id,
                        one -> table(
                                one.startsOn(),
                                one.endsOn(),
                                funders.getOrDefault(one.id(), List.of()),
                                sums.getOrDefault(one.id(), Map.of()))));
    }

    private MoneyTable table(LocalDate from, Optional<LocalDate> to, List<Funder> funders, Map<Key, Sum> sums) {
        var years = new TreeSet<Integer>();
        var last = to.orElse(LocalDate.now(clock)).getYear();
        IntStream.rangeClosed(from.getYear(), Math.max(last, from.getYear())).forEach(years::add);
        sums.keySet().stream().map(Key::year).forEach(years::add);
        return MoneyTable.of(years, funders, sums);
    }

    /** @throws NotFoundException if the actor may not see the initiative's own side */
    @Transactional
    public Costs costs(Actor.Staff actor, InitiativeId id) {
        return new Costs(affairs.see(actor, id), money.funders(id), money.costs(id));
    }

    /** @throws NotFoundException unless the actor may change it, and the year can be so */
    @Transactional
    public Budget budget(Actor.Staff actor, InitiativeId id, int year) {
        var head = affairs.change(actor, id);
        requireYear(year);
        var budget = new java.util.HashMap<FunderId, Long>();
        money.sums(id, Optional.empty()).forEach((key, sum) -> {
            if (key.year() == year && sum.budget() > 0) {
                budget.put(key.funder(), sum.budget());
            }
        });
        return new Budget(head, year, money.funders(id), budget, money.budgetVersion(id, year));
    }

    /**
     * Sets the budget of one year.
     *
     * @param amounts in whole kronor; whoever is not among them is left as they are
     * @throws ChangedMeanwhileException if the year's budget is no longer of the version
     * @throws NotFoundException unless all of them pay for the initiative
     */
    @Transactional
    public void setBudget(Actor.Staff actor, InitiativeId id, int year, Map<FunderId, Long> amounts, int version) {
        affairs.change(actor, id);
        requireYear(year);
        money.lock(id);
        if (money.budgetVersion(id, year) != version) {
            throw new ChangedMeanwhileException();
        }
        var there = money.sums(id, Optional.empty());
        amounts.forEach((funder, amount) -> {
            Kronor.require(amount);
            requireFunder(id, funder);
            if (amount > 0 || there.containsKey(new Key(funder, year))) {
                money.setBudget(funder, year, amount, actor.id());
            }
        });
    }

    private static void requireYear(int year) {
        if (year < 2000 || year > 2100) {
            throw new NotFoundException();
        }
    }

    private void requireFunder(InitiativeId id, FunderId funder) {
        if (money.funder(id, funder).isEmpty()) {
            throw new NotFoundException();
        }
    }

    /** Adds who pays. Adding the same once more, or one of the same kind and name, changes nothing. */
    @Transactional
    public void add(Actor.Staff actor, InitiativeId id, Funder funder) {
        affairs.change(actor, id);
        FreeWords.require(funder.name());
        if (funder.kind() == Funder.Kind.OTHER && funder.name().isEmpty()) {
            throw new IllegalArgumentException("who it is must be told");
        }
        money.add(id, funder, actor.id());
    }

    /**
     * Takes away who was added by mistake.
     *
     * @throws FunderPaysException if there is a budget or a cost of theirs
     * @throws ChangedMeanwhileException if it is no longer of the version
     */
    @Transactional
    public void remove(Actor.Staff actor, InitiativeId id, FunderId funder, int version) {
        affairs.change(actor, id);
        requireFunder(id, funder);
        money.lock(id);
        if (money.used(funder)) {
            throw new FunderPaysException();
        }
        if (!money.remove(funder, version, actor.id())) {
            throw new ChangedMeanwhileException();
        }
    }

    /**
     * Enters what somebody has paid. Entering the same once more changes nothing.
     *
     * @throws IllegalArgumentException if it can't be so
     * @throws NotFoundException unless whoever paid is among those who pay for the initiative
     */
    @Transactional
    public void enter(Actor.Staff actor, InitiativeId id, Cost cost) {
        affairs.change(actor, id);
        money.lock(id);
        requireFunder(id, cost.funder());
        Kronor.require(cost.amount());
        FreeWords.require(cost.words(), cost.reference());
        if (cost.words().isEmpty() || cost.on().isAfter(LocalDate.now(clock))) {
            throw new IllegalArgumentException("it can't be so");
        }
        money.add(id, cost, actor.id());
        requireCost(id, cost.id());
    }

    /**
     * Takes back what was entered wrongly: it is kept and told of, and counts no longer. Doing it once more changes nothing.
     *
     * @param reason must be there
     */
    @Transactional
    public void takeBack(Actor.Staff actor, InitiativeId id, CostId cost, String reason) {
        affairs.change(actor, id);
        requireCost(id, cost);
        FreeWords.require(reason);
        if (reason.isEmpty()) {
            throw new IllegalArgumentException("no reason");
        }
        money.takeBack(cost, reason, actor.id());
    }

    /** @throws NotFoundException unless the actor may change it, and there is one that counts */
    @Transactional
    public Cost cost(Actor.Staff actor, InitiativeId id, CostId cost) {
        affairs.change(actor, id);
        return money.cost(id, cost).filter(one -> one.takenBack().isEmpty()).orElseThrow(NotFoundException::new);
    }

    private void requireCost(InitiativeId id, CostId cost) {
        if (money.cost(id, cost).isEmpty()) {
            throw new NotFoundException();
        }
    }
}
