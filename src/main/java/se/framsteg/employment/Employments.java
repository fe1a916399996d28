package se.framsteg.employment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.cases.CaseDoor;
import se.framsteg.cases.Result;
import se.framsteg.cases.Result.Refusal;
import se.framsteg.employment.Employment.Change;
import se.framsteg.employment.Employment.Details;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;

/**
 * The door to the jobs, placements and studies of a case. They can be registered and followed after the case has ended: whether a job
 * lasts is what it was all for. Nothing is deleted: a mistake is withdrawn with a reason.
 */
@Component
public class Employments {
    private final Guard guard;
    private final CaseDoor door;
    private final EmploymentStore employments;
    private final EmployerNames employers;
    private final Clock clock;

    Employments(Guard guard, CaseDoor door, EmploymentStore employments, EmployerNames employers, Clock clock) {
        this.guard = guard;
        this.door = door;
        this.employments = employments;
        this.employers = employers;
        this.clock = clock;
    }

    /**
     * One job or placement of the case.
     *
     * @throws NotFoundException if the case has none such, or if the actor may not see the case
     */
    @Transactional
    public Employment see(Actor.Staff actor, CaseId caseId, EmploymentId id) {
        guard.admit(actor, Action.SEE_CASE, caseId);
        return employments.find(caseId, id).orElseThrow(NotFoundException::new);
    }

    /** For a door that has admitted a look: the jobs, placements and studies of the case, by first day, withdrawn ones too. */
    public List<Employment> of(CaseId caseId) {
        return employments.of(caseId);
    }

    /** For a door that has admitted a look: one of those. */
    public Optional<Employment> find(CaseId caseId, EmploymentId id) {
        return employments.find(caseId, id);
    }

    /** The employers of the register that can be chosen where the actor may register jobs of the case. */
    @Transactional
    public EmployerChoices employers(Actor.Staff actor, CaseId caseId) {
        guard.permit(actor, Action.CHANGE_EMPLOYMENT, caseId);
        return employers.all();
    }

    /** Whether the actor may register and change jobs and placements of the case now. */
    public boolean changeable(Actor.Staff actor, CaseId caseId) {
        return guard.allows(actor, Action.CHANGE_EMPLOYMENT, caseId);
    }

    /**
     * Registers a job or placement. Registering the same once more changes nothing.
     *
     * @param id a new one; the same when the same form is sent twice
     * @return stale if something else has been saved under the id
     * @throws NotFoundException if the actor may not
     */
    @Transactional
    public Result<EmploymentId> register(Actor.Staff actor, CaseId caseId, EmploymentId id, Details details) {
        return changing(actor, caseId, () -> {
            var refusals = faults(details);
            if (!refusals.isEmpty()) {
                return new Result.Refused<>(refusals);
            }
            employments.add(caseId, id, details, actor.id());
            var saved = employments.find(caseId, id).map(Employment::details);
            return saved.equals(Optional.of(details)) ? new Result.Done<>(id) : new Result.Stale<>();
        });
    }

    /**
     * Changes a job, a placement or studies, which is also how they end. What kind it is never changes.
     *
     * @param version as it was when the change was made up
     * @return stale if somebody else has changed or withdrawn it
     * @throws NotFoundException if the actor may not, or the case has none such of that kind
     */
    @Transactional
    public Result<EmploymentId> change(
            Actor.Staff actor, CaseId caseId, EmploymentId id, int version, Details details) {
        if (requireIn(caseId, id).details().kind() != details.kind()) {
            throw new NotFoundException();
        }
        return changing(actor, caseId, () -> {
            var refusals = faults(details);
            if (!refusals.isEmpty()) {
                return new Result.Refused<>(refusals);
            }
            // Locked, so that nobody adds a change of terms meanwhile.
            var now = employments.locked(caseId, id, version);
            if (now.isEmpty()) {
                return new Result.Stale<>();
            }
            var outside = outside(now.get(), details);
            if (outside.isPresent()) {
                return Result.refused(
                        "to", "employment.changes-outside", outside.get().from());
            }
            employments.change(id, version, details);
            return new Result.Done<>(id);
        });
    }

    private static Optional<Change> outside(Employment now, Details details) {
        return now.changes().stream()
                .filter(change -> !details.canChangeOn(change.from()))
                .findFirst();
    }

    /**
     * Says from which day on the hours and terms are others, instead of what was said of {@code instead} if that is a change already. Saying
     * the same once more changes nothing.
     *
     * @param instead the day of the change that is corrected; empty of a new one
     * @param version of the job as it was when this was made up
     * @return stale if somebody else has changed or withdrawn the job or any of its changes
     * @throws NotFoundException if the actor may not, or the case has none such
     */
    @Transactional
    public Result<EmploymentId> changeTerms(
            Actor.Staff actor,
            CaseId caseId,
            EmploymentId id,
            int version,
            Optional<LocalDate> instead,
            Change change) {
        var now = requireIn(caseId, id);
        return changing(actor, caseId, () -> {
            var refusals = faults(now, instead, change);
            if (!refusals.isEmpty()) {
                return new Result.Refused<>(refusals);
            }
            if (now.withdrawn().isEmpty()
                    && now.changes().contains(change)
                    && (instead.isEmpty() || instead.get().equals(change.from()))) {
                return new Result.Done<>(id);
            }
            if (employments.locked(caseId, id, version).isEmpty()) {
                return new Result.Stale<>();
            }
            employments.next(id);
            instead.ifPresent(day -> employments.remove(id, day));
            employments.put(id, change, actor.id());
            return new Result.Done<>(id);
        });
    }

    private static List<Refusal> faults(Employment now, Optional<LocalDate> instead, Change change) {
        if (!now.details().canChangeOn(change.from())) {
            return List.of(Refusal.of("from", "employment.change.outside"));
        }
        var taken = now.changes().stream()
                .filter(one -> one.from().equals(change.from()))
                .anyMatch(one -> !one.equals(change)
                        && instead.filter(change.from()::equals).isEmpty());
        return taken ? List.of(Refusal.of("from", "employment.change.taken")) : List.of();
    }

    /**
     * Takes away a change of terms that was a mistake: what held before it holds on.
     *
     * @return stale if somebody else has changed the job
     * @throws NotFoundException if the actor may not, or there is no such change
     */
    @Transactional
    public Result<EmploymentId> removeChange(
            Actor.Staff actor, CaseId caseId, EmploymentId id, int version, LocalDate from) {
        requireIn(caseId, id);
        return changing(actor, caseId, () -> {
            if (employments.locked(caseId, id, version).isEmpty()) {
                return new Result.Stale<>();
            }
            employments.next(id);
            employments.remove(id, from);
            return new Result.Done<>(id);
        });
    }

    /**
     * Withdraws what was registered by mistake. It stays readable, with the reason.
     *
     * @param reason 1–1000 characters
     * @return stale if somebody else has changed or withdrawn it
     * @throws NotFoundException if the actor may not, or the case has none such
     */
    @Transactional
    public Result<EmploymentId> withdraw(
            Actor.Staff actor, CaseId caseId, EmploymentId id, int version, String reason) {
        requireIn(caseId, id);
        return changing(actor, caseId, () -> {
            if (reason.isBlank()) {
                return Result.refused("withdrawal", "employment.withdrawal.required");
            }
            return employments.withdraw(id, version, reason, actor.id()) ? new Result.Done<>(id) : new Result.Stale<>();
        });
    }

    private Result<EmploymentId> changing(Actor.Staff actor, CaseId caseId, Supplier<Result<EmploymentId>> work) {
        return door.change(actor, Action.CHANGE_EMPLOYMENT, Action.SEE_CASE, caseId, work);
    }

    private Employment requireIn(CaseId caseId, EmploymentId id) {
        return employments.find(caseId, id).orElseThrow(NotFoundException::new);
    }

    /** What in it can't be so. Asks for nothing of the case: a form is told of it whatever else it lacks. */
    List<Refusal> faults(Details details) {
        return details.span().faults("employment", LocalDate.now(clock));
    }
}
