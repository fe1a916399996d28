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
import se.framsteg.employment.Employment.Details;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;

/**
 * The door to the jobs and placements of a case. They can be registered and followed after the case has ended: whether a job
 * lasts is what it was all for. Nothing is deleted: a mistake is withdrawn with a reason.
 */
@Component
public class Employments {
    private final Guard guard;
    private final CaseDoor door;
    private final EmploymentStore employments;
    private final Clock clock;

    Employments(Guard guard, CaseDoor door, EmploymentStore employments, Clock clock) {
        this.guard = guard;
        this.door = door;
        this.employments = employments;
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
     * Changes a job or placement, which is also how one ends.
     *
     * @param version as it was when the change was made up
     * @return stale if somebody else has changed or withdrawn it
     * @throws NotFoundException if the actor may not, or the case has none such
     */
    @Transactional
    public Result<EmploymentId> change(
            Actor.Staff actor, CaseId caseId, EmploymentId id, int version, Details details) {
        requireIn(caseId, id);
        return changing(actor, caseId, () -> {
            var refusals = faults(details);
            if (!refusals.isEmpty()) {
                return new Result.Refused<>(refusals);
            }
            return employments.change(id, version, details) ? new Result.Done<>(id) : new Result.Stale<>();
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

    private void requireIn(CaseId caseId, EmploymentId id) {
        if (employments.find(caseId, id).isEmpty()) {
            throw new NotFoundException();
        }
    }

    /** What in it can't be so. Asks for nothing of the case: a form is told of it whatever else it lacks. */
    List<Refusal> faults(Details details) {
        return details.span().faults("employment", LocalDate.now(clock));
    }
}
