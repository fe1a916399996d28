package se.framsteg.initiative.implementation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Actor;
import se.framsteg.initiative.Affairs;
import se.framsteg.initiative.FreeWords;
import se.framsteg.initiative.implementation.ImplementationStep.Change;
import se.framsteg.shared.ChangedMeanwhileException;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.NotFoundException;

/** The door to how an initiative is to become ordinary work. */
@Component
public class ImplementationPlan {
    private final Affairs affairs;
    private final ImplementationRows steps;
    private final Clock clock;

    ImplementationPlan(Affairs affairs, ImplementationRows steps, Clock clock) {
        this.affairs = affairs;
        this.steps = steps;
        this.clock = clock;
    }

    /** @param steps in order */
    public record View(Affairs.Head head, List<ImplementationStep> steps) {
        public View {
            steps = List.copyOf(steps);
        }
    }

    public record One(Affairs.Head head, ImplementationStep step) {}

    /** For other rooms, in order. Guards nothing: to be asked inside the transaction of a guarded door. */
    public List<ImplementationStep> of(InitiativeId id) {
        return steps.of(id);
    }

    /** @throws NotFoundException if the actor may not see the initiative's own side */
    @Transactional
    public View see(Actor.Staff actor, InitiativeId id) {
        return new View(affairs.see(actor, id), steps.of(id));
    }

    /** @throws NotFoundException if the actor may not see it, or there is none */
    @Transactional
    public One see(Actor.Staff actor, InitiativeId id, ImplementationStepId step) {
        return new One(affairs.see(actor, id), find(id, step));
    }

    /** @throws NotFoundException unless the actor may change it, and there is one */
    @Transactional
    public One toChange(Actor.Staff actor, InitiativeId id, ImplementationStepId step) {
        return new One(affairs.change(actor, id), find(id, step));
    }

    /** What stands above the form for a new one, and what there is. */
    @Transactional
    public View toAdd(Actor.Staff actor, InitiativeId id) {
        return new View(affairs.change(actor, id), steps.of(id));
    }

    /** Adds a step. Adding the same once more changes nothing. */
    @Transactional
    public void add(Actor.Staff actor, InitiativeId id, ImplementationStep step) {
        affairs.change(actor, id);
        require(step);
        steps.add(id, step, actor.id());
        find(id, step.id());
    }

    /**
     * Changes what a step says, not how far it has come.
     *
     * @throws ChangedMeanwhileException if it is no longer of the version
     */
    @Transactional
    public void change(Actor.Staff actor, InitiativeId id, ImplementationStep step) {
        affairs.change(actor, id);
        require(step);
        find(id, step.id());
        changed(steps.change(step, actor.id()));
    }

    /**
     * Takes away what was added by mistake. What is not to be done is given up instead.
     *
     * @throws ChangedMeanwhileException if it is no longer of the version
     */
    @Transactional
    public void remove(Actor.Staff actor, InitiativeId id, ImplementationStepId step, int version) {
        affairs.change(actor, id);
        find(id, step);
        changed(steps.remove(step, version, actor.id()));
    }

    /**
     * Tells how far a step has come. What was told before is kept; telling the same once more changes nothing.
     *
     * @throws IllegalArgumentException if the day is still to come, or before that of the change before
     */
    @Transactional
    public void move(Actor.Staff actor, InitiativeId id, ImplementationStepId step, Change change) {
        affairs.change(actor, id);
        var now = find(id, step);
        if (now.changes().stream().anyMatch(one -> one.id().equals(change.id()))) {
            return;
        }
        FreeWords.require(change.words());
        if (change.on().isAfter(LocalDate.now(clock))
                || now.lastChange().filter(change.on()::isBefore).isPresent()) {
            throw new IllegalArgumentException("no such day");
        }
        steps.add(step, change, actor.id());
    }

    private static void require(ImplementationStep step) {
        FreeWords.require(step.text(), step.responsible());
        if (step.text().isEmpty()) {
            throw new IllegalArgumentException("nothing to do");
        }
    }

    private ImplementationStep find(InitiativeId id, ImplementationStepId step) {
        return steps.find(id, step).orElseThrow(NotFoundException::new);
    }

    private static void changed(boolean changed) {
        if (!changed) {
            throw new ChangedMeanwhileException();
        }
    }
}
