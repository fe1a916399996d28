package se.framsteg.initiative.goal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Actor;
import se.framsteg.initiative.Affairs;
import se.framsteg.initiative.FreeWords;
import se.framsteg.initiative.goal.Goal.Measure;
import se.framsteg.shared.ChangedMeanwhileException;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.NotFoundException;

/** The door to what an initiative is to reach. Each change asks for a version, and says what it found if that is no longer the saved one. */
@Component
public class Goals {
    private final Affairs affairs;
    private final GoalRows goals;
    private final Clock clock;

    Goals(Affairs affairs, GoalRows goals, Clock clock) {
        this.affairs = affairs;
        this.goals = goals;
        this.clock = clock;
    }

    /**
     * @param goals in order
     * @param withdrawn those that are not to be reached any longer
     */
    public record View(Affairs.Head head, List<Goal> goals, List<Goal> withdrawn) {
        public View {
            goals = List.copyOf(goals);
            withdrawn = List.copyOf(withdrawn);
        }
    }

    /** @param results that were typed in, the latest first */
    public record One(Affairs.Head head, Goal goal, List<Goal.Result> results) {
        public One {
            results = List.copyOf(results);
        }
    }

    /**
     * For other rooms: those that are still to be reached, in order, with the latest result of the free ones up to that day. Guards nothing: to be
     * asked inside the transaction of a guarded door.
     */
    public List<Goal> of(InitiativeId initiative, LocalDate until) {
        return of(List.of(initiative), until).getOrDefault(initiative, List.of());
    }

    /** The same of several; those without goals are missing. */
    public Map<InitiativeId, List<Goal>> of(Collection<InitiativeId> initiatives, LocalDate until) {
        return goals.of(initiatives, until).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, one -> toReach(one.getValue())));
    }

    private static List<Goal> toReach(List<Goal> goals) {
        return goals.stream().filter(goal -> goal.withdrawn().isEmpty()).toList();
    }

    /** @throws NotFoundException if the actor may not see the initiative's own side */
    @Transactional
    public View see(Actor.Staff actor, InitiativeId id) {
        var head = affairs.see(actor, id);
        var all = goals.of(id);
        return new View(
                head,
                all.stream().filter(goal -> goal.withdrawn().isEmpty()).toList(),
                all.stream().filter(goal -> goal.withdrawn().isPresent()).toList());
    }

    /** @throws NotFoundException if the actor may not see it, or there is none */
    @Transactional
    public One see(Actor.Staff actor, InitiativeId id, GoalId goal) {
        return one(affairs.see(actor, id), goal);
    }

    /** @throws NotFoundException unless the actor may change it, and there is one that is not withdrawn */
    @Transactional
    public One changeable(Actor.Staff actor, InitiativeId id, GoalId goal) {
        var found = one(affairs.change(actor, id), goal);
        if (found.goal().withdrawn().isPresent()) {
            throw new NotFoundException();
        }
        return found;
    }

    private One one(Affairs.Head head, GoalId goal) {
        return new One(head, find(head.id(), goal), goals.results(goal));
    }

    /** What stands above the form for a new one, and how many there are. */
    @Transactional
    public View toAdd(Actor.Staff actor, InitiativeId id) {
        return new View(affairs.change(actor, id), goals.of(id), List.of());
    }

    /**
     * Adds a goal. Adding the same once more changes nothing.
     *
     * @throws IllegalArgumentException if it can't be so
     */
    @Transactional
    public void add(Actor.Staff actor, InitiativeId id, GoalId goal, Measure measure, Goal.Written written) {
        var head = affairs.change(actor, id);
        require(Measure.offered(head.structural()).contains(measure), "such a goal is not for such an initiative");
        require(measure, written);
        goals.add(id, goal, measure, written, actor.id());
        requireIn(id, goal);
    }

    /**
     * Changes a goal, but not what it measures.
     *
     * @throws ChangedMeanwhileException if it is no longer of the version
     * @throws IllegalArgumentException if it can't be so
     */
    @Transactional
    public void change(Actor.Staff actor, InitiativeId id, GoalId goal, Goal.Written written, int version) {
        affairs.change(actor, id);
        require(find(id, goal).measure(), written);
        changed(goals.change(goal, written, version, actor.id()));
    }

    /**
     * Withdraws a goal: it is kept, and told of as withdrawn.
     *
     * @param reason must be there
     * @throws ChangedMeanwhileException if it is no longer of the version
     */
    @Transactional
    public void withdraw(Actor.Staff actor, InitiativeId id, GoalId goal, String reason, int version) {
        affairs.change(actor, id);
        requireIn(id, goal);
        FreeWords.require(reason);
        require(!reason.isEmpty(), "no reason");
        changed(goals.withdraw(goal, new Goal.Withdrawn(LocalDate.now(clock), reason), version, actor.id()));
    }

    /**
     * Types in what has been reached of a free goal. What was typed in is never changed: a new one corrects it.
     *
     * @throws IllegalArgumentException if it can't be so
     */
    @Transactional
    public void reached(Actor.Staff actor, InitiativeId id, GoalId goal, Goal.Result result) {
        affairs.change(actor, id);
        var found = find(id, goal);
        require(found.measure() == Measure.FREE && found.withdrawn().isEmpty(), "nothing is typed in for it");
        require(result.value().isPresent() || !result.words().isEmpty(), "nothing was typed in");
        require(!result.on().isAfter(LocalDate.now(clock)), "not reached yet");
        FreeWords.require(result.words());
        goals.add(goal, result, actor.id());
    }

    private void requireIn(InitiativeId id, GoalId goal) {
        if (goals.find(id, goal).isEmpty()) {
            throw new NotFoundException();
        }
    }

    private Goal find(InitiativeId id, GoalId goal) {
        return goals.find(id, goal).orElseThrow(NotFoundException::new);
    }

    private static void require(Measure measure, Goal.Written written) {
        require(written.fits(measure), "it can't be so");
        FreeWords.require(written.text(), written.unit());
    }

    private static void require(boolean fits, String why) {
        if (!fits) {
            throw new IllegalArgumentException(why);
        }
    }

    private static void changed(boolean changed) {
        if (!changed) {
            throw new ChangedMeanwhileException();
        }
    }
}
