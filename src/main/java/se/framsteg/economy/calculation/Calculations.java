package se.framsteg.economy.calculation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.economy.Economy;
import se.framsteg.economy.amount.AmountStore;
import se.framsteg.initiative.Initiative;
import se.framsteg.initiative.InitiativeRegister;
import se.framsteg.organisation.StaffRegister;
import se.framsteg.shared.ChangedMeanwhileException;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.NotFoundException;

/**
 * The door to what steps are worth. A version that has been saved is never changed, nor are the amounts that it was made with.
 */
@Component
public class Calculations {
    private final Guard guard;
    private final CalculationStore calculations;
    private final AmountStore amounts;
    private final InitiativeRegister initiatives;
    private final StaffRegister staff;
    private final Clock clock;

    Calculations(
            Guard guard,
            CalculationStore calculations,
            AmountStore amounts,
            InitiativeRegister initiatives,
            StaffRegister staff,
            Clock clock) {
        this.guard = guard;
        this.calculations = calculations;
        this.amounts = amounts;
        this.initiatives = initiatives;
        this.staff = staff;
        this.clock = clock;
    }

    /** @param initiative its name; empty for one that is not there yet */
    public record Line(Calculation calculation, String initiative) {}

    /**
     * @param initiative the one whose calculations are asked for, with its name; all that the actor sees, if none
     * @param mayCalculate whether there is anything that the actor may calculate
     */
    public record Listed(
            Optional<Map.Entry<InitiativeId, String>> initiative, List<Line> lines, boolean mayCalculate) {}

    /**
     * The last version of each, by name.
     *
     * @param only of this initiative; of all that the actor sees, if none
     * @param language of the examples' sources
     * @throws NotFoundException if the actor has nothing to do with the economy of the association or the initiative
     */
    @Transactional
    public Listed list(Actor.Staff actor, Optional<InitiativeId> only, String language) {
        guard.admit(actor, Action.SEE_ECONOMY, new Economy(actor.association()));
        only.ifPresent(id -> guard.admit(actor, Action.SEE_ECONOMY, id));
        var found = calculations.all(actor.association()).stream()
                .filter(one -> only.isEmpty() || one.initiative().equals(only))
                .toList();
        var names = initiatives.names(
                found.stream().flatMap(one -> one.initiative().stream()).toList());
        return new Listed(
                only.map(id -> Map.entry(
                        id,
                        initiatives.find(id).orElseThrow(NotFoundException::new).name())),
                found.stream()
                        .map(one -> new Line(
                                one.with(amounts.these(one.amounts(), language)),
                                one.initiative()
                                        .map(id -> names.getOrDefault(id, ""))
                                        .orElse("")))
                        .toList(),
                only.map(id -> guard.allows(actor, Action.CHANGE_ECONOMY, id))
                        .orElseGet(() -> offer(actor).any()));
    }

    /**
     * One version, with what belongs to it.
     *
     * @param initiative its name; empty for one that is not there yet
     * @param savedBy the name of whoever saved it
     * @param versions the numbers of all versions, the last first
     */
    public record View(
            Calculation calculation, String initiative, String savedBy, List<Integer> versions, boolean mayChange) {
        public boolean last() {
            return versions.getFirst() == calculation.number();
        }
    }

    /**
     * @param number of the version; the last, if none
     * @throws NotFoundException if there is none, or the actor may not see it
     */
    @Transactional
    public View see(Actor.Staff actor, CalculationId id, Optional<Integer> number, String language) {
        var allowed = guard.admit(actor, Action.SEE_ECONOMY, id);
        var versions = calculations.versions(id);
        var shown = versions.stream()
                .filter(one -> number.isEmpty() || number.get() == one.number())
                .findFirst()
                .orElseThrow(NotFoundException::new);
        return new View(
                shown.with(amounts.these(shown.amounts(), language)),
                shown.initiative()
                        .flatMap(initiatives::find)
                        .map(Initiative::name)
                        .orElse(""),
                staff.names(List.of(shown.by())).getOrDefault(shown.by(), ""),
                versions.stream().map(CalculationStore.Saved::number).toList(),
                allowed.contains(Action.CHANGE_ECONOMY));
    }

    /**
     * The last versions of an initiative's calculations, for other rooms.
     *
     * @throws NotFoundException if the actor has nothing to do with its economy
     */
    @Transactional
    public List<Calculation> of(Actor.Staff actor, InitiativeId initiative) {
        guard.admit(actor, Action.SEE_ECONOMY, initiative);
        return calculations.all(actor.association()).stream()
                .filter(one -> one.initiative().filter(initiative::equals).isPresent())
                .map(one -> one.with(amounts.these(one.amounts(), "sv")))
                .toList();
    }

    /**
     * What the actor may calculate.
     *
     * @param initiatives by name
     * @param planned whether also what is no initiative yet
     */
    public record Offer(Map<InitiativeId, String> initiatives, boolean planned) {
        public boolean any() {
            return planned || !initiatives.isEmpty();
        }
    }

    /** @throws NotFoundException if the actor has nothing to do with the association's economy */
    @Transactional
    public Offer offer(Actor.Staff actor) {
        var economy = new Economy(actor.association());
        if (!guard.allows(actor, Action.SEE_ECONOMY, economy)) {
            throw new NotFoundException();
        }
        var offered = new LinkedHashMap<InitiativeId, String>();
        initiatives.all(actor, actor.association()).stream()
                .filter(one -> guard.allows(actor, Action.CHANGE_ECONOMY, one.id()))
                .sorted(Comparator.comparing(Initiative::name))
                .forEach(one -> offered.put(one.id(), one.name()));
        return new Offer(offered, guard.allows(actor, Action.CHANGE_ECONOMY, economy));
    }

    /**
     * Makes a calculation with the amounts that hold today. The same id once more changes nothing.
     *
     * @param initiative none for one that is not there yet
     * @throws NotFoundException unless the actor leads the initiative or is an officer of the association
     */
    @Transactional
    public void add(
            Actor.Staff actor,
            CalculationId id,
            Optional<InitiativeId> initiative,
            String name,
            Assumptions assumptions) {
        if (initiative.isPresent()) {
            guard.admit(actor, Action.CHANGE_ECONOMY, initiative.get());
        } else {
            guard.admit(actor, Action.CHANGE_ECONOMY, new Economy(actor.association()));
        }
        if (calculations.add(id, actor.association(), initiative, actor.id())) {
            save(actor, id, 1, name, assumptions);
        }
    }

    /**
     * Saves a new version, with the amounts that hold today.
     *
     * @param number of the version that it was changed from
     * @throws ChangedMeanwhileException if somebody else has saved one since
     * @throws NotFoundException if there is none, or the actor may not change it
     */
    @Transactional
    public void change(Actor.Staff actor, CalculationId id, int number, String name, Assumptions assumptions) {
        guard.admit(actor, Action.CHANGE_ECONOMY, id);
        if (calculations.versions(id).getFirst().number() != number
                || !save(actor, id, number + 1, name, assumptions)) {
            throw new ChangedMeanwhileException();
        }
    }

    private boolean save(Actor.Staff actor, CalculationId id, int number, String name, Assumptions assumptions) {
        var holding = amounts.holding(actor.association(), LocalDate.now(clock), "sv");
        return calculations.add(id, actor.association(), number, name, assumptions, holding, actor.id());
    }

    /**
     * Takes it off the list; its versions stay for the reports that they are in.
     *
     * @throws NotFoundException if there is none, or the actor may not change it
     */
    @Transactional
    public void remove(Actor.Staff actor, CalculationId id) {
        guard.admit(actor, Action.CHANGE_ECONOMY, id);
        calculations.remove(id, actor.id());
    }
}
