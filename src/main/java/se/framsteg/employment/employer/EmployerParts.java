package se.framsteg.employment.employer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.cases.Result;
import se.framsteg.cases.Result.Refusal;
import se.framsteg.shared.NotFoundException;

/** The door to what belongs to an employer: its workplaces, and whom it looks for. What is new belongs to what it is known as now. */
@Component
public class EmployerParts {
    private final Guard guard;
    private final EmployerStore employers;
    private final WorkplaceStore workplaces;
    private final EmployerNeedStore needs;
    private final NobodyInWords nobody;
    private final Clock clock;

    EmployerParts(
            Guard guard,
            EmployerStore employers,
            WorkplaceStore workplaces,
            EmployerNeedStore needs,
            NobodyInWords nobody,
            Clock clock) {
        this.guard = guard;
        this.employers = employers;
        this.workplaces = workplaces;
        this.needs = needs;
        this.nobody = nobody;
        this.clock = clock;
    }

    /** @throws NotFoundException if there is no such employer in the actor’s register */
    @Transactional
    public List<Workplace> workplaces(Actor.Staff actor, EmployerId id) {
        guard.permit(actor, Action.SEE_EMPLOYERS, id);
        return workplaces.of(head(id));
    }

    /** @throws NotFoundException if there is none such */
    @Transactional
    public Workplace workplace(Actor.Staff actor, EmployerId id, WorkplaceId workplace) {
        guard.admit(actor, Action.SEE_EMPLOYERS, id);
        return workplaces.find(head(id), workplace).orElseThrow(NotFoundException::new);
    }

    /** @throws NotFoundException if there is none such */
    @Transactional
    public EmployerNeed need(Actor.Staff actor, EmployerId id, EmployerNeedId need) {
        guard.admit(actor, Action.SEE_EMPLOYERS, id);
        return needs.find(head(id), need).orElseThrow(NotFoundException::new);
    }

    private EmployerId head(EmployerId id) {
        return employers.head(id).orElseThrow(NotFoundException::new);
    }

    /** Adds a workplace. Adding the same once more changes nothing; stale if something else has been saved under its id. */
    @Transactional
    public Result<WorkplaceId> add(Actor.Staff actor, EmployerId id, WorkplaceId workplace, Workplace.Details details) {
        return changing(actor, id, faults(actor, details), head -> {
            workplaces.add(head, workplace, details, actor.id());
            return workplaces
                    .find(head, workplace)
                    .filter(one -> one.details().equals(details))
                    .map(Workplace::id);
        });
    }

    /** @return stale if somebody else has changed it or taken it away */
    @Transactional
    public Result<WorkplaceId> change(
            Actor.Staff actor, EmployerId id, WorkplaceId workplace, int version, Workplace.Details details) {
        return changing(
                actor,
                id,
                faults(actor, details),
                head -> workplaces
                        .find(head, workplace)
                        .filter(one -> workplaces.change(workplace, version, details, actor.id()))
                        .map(Workplace::id));
    }

    private List<Refusal> faults(Actor.Staff actor, Workplace.Details details) {
        var contact = details.contact();
        return nobody.faults(
                actor,
                Map.of(
                        "name", details.name(),
                        "address", details.address(),
                        "contactName", contact.name(),
                        "contactRole", contact.role(),
                        "contactPhone", contact.phone(),
                        "contactEmail", contact.email()));
    }

    /** Takes a workplace away, and forgets whom to ask for there. What was told of it stays; stale if somebody else has changed it. */
    @Transactional
    public Result<WorkplaceId> remove(Actor.Staff actor, EmployerId id, WorkplaceId workplace, int version) {
        return changing(
                actor,
                id,
                List.of(),
                head -> workplaces
                        .find(head, workplace)
                        .filter(one -> workplaces.remove(workplace, version, actor.id()))
                        .map(Workplace::id));
    }

    /** Tells whom an employer looks for. Telling the same once more changes nothing; stale if something else stands under its id. */
    @Transactional
    public Result<EmployerNeedId> add(
            Actor.Staff actor, EmployerId id, EmployerNeedId need, EmployerNeed.Details details) {
        return changing(actor, id, faults(actor, id, details), head -> {
            needs.add(head, need, details, actor.id());
            return needs.find(head, need)
                    .filter(one -> one.details().equals(details))
                    .map(EmployerNeed::id);
        });
    }

    /** @return stale if somebody else has changed it */
    @Transactional
    public Result<EmployerNeedId> change(
            Actor.Staff actor, EmployerId id, EmployerNeedId need, int version, EmployerNeed.Details details) {
        return changing(
                actor,
                id,
                faults(actor, id, details),
                head -> needs.find(head, need)
                        .filter(one -> needs.change(need, version, details, actor.id()))
                        .map(EmployerNeed::id));
    }

    /** Tells that they look no longer, from today on; stale if somebody else has changed it. */
    @Transactional
    public Result<EmployerNeedId> end(Actor.Staff actor, EmployerId id, EmployerNeedId need, int version) {
        return changing(
                actor,
                id,
                List.of(),
                head -> needs.find(head, need)
                        .filter(one ->
                                needs.change(need, version, one.details().endedOn(LocalDate.now(clock)), actor.id()))
                        .map(EmployerNeed::id));
    }

    private List<Refusal> faults(Actor.Staff actor, EmployerId id, EmployerNeed.Details details) {
        guard.permit(actor, Action.CHANGE_EMPLOYER, id);
        var faults = new ArrayList<>(details.faults());
        faults.addAll(nobody.faults(actor, Map.of("words", details.words())));
        var head = head(id);
        if (details.workplace()
                .filter(one -> workplaces.find(head, one).isEmpty())
                .isPresent()) {
            faults.add(Refusal.of("workplace", "employer-need.workplace.gone"));
        }
        return faults;
    }

    private <I> Result<I> changing(
            Actor.Staff actor, EmployerId id, List<Refusal> refusals, Function<EmployerId, Optional<I>> work) {
        var permit = guard.permit(actor, Action.CHANGE_EMPLOYER, id);
        if (!refusals.isEmpty()) {
            permit.journal(Action.SEE_EMPLOYERS);
            return new Result.Refused<>(refusals);
        }
        var done = work.apply(head(id));
        permit.journal(done.isPresent() ? Action.CHANGE_EMPLOYER : Action.SEE_EMPLOYERS);
        return done.<Result<I>>map(Result.Done::new).orElseGet(Result.Stale::new);
    }
}
