package se.framsteg.cases.activity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.cases.CaseDoor;
import se.framsteg.cases.CaseEnded;
import se.framsteg.cases.Result;
import se.framsteg.cases.Result.Refusal;
import se.framsteg.cases.activity.Activity.Details;
import se.framsteg.cases.activity.Activity.EndReason;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;

/**
 * The door to the activities (aktiviteter) of a case. Nothing is deleted: what was registered by mistake is withdrawn with a
 * reason. The end of the case ends what goes on, on the same day and for the reason {@link EndReason#CASE_ENDED}; a case that is
 * opened again does not take them up by itself, since nobody knows that they went on.
 */
@Component
public class Activities {
    private static final String KEPT = "activity.kept";

    private final Guard guard;
    private final CaseDoor door;
    private final ActivityStore activities;
    private final List<ActivityKeeper> keepers;
    private final Clock clock;

    Activities(Guard guard, CaseDoor door, ActivityStore activities, List<ActivityKeeper> keepers, Clock clock) {
        this.guard = guard;
        this.door = door;
        this.activities = activities;
        this.keepers = List.copyOf(keepers);
        this.clock = clock;
    }

    /**
     * One activity of the case.
     *
     * @throws NotFoundException if the case has none such, or if the actor may not see the case
     */
    @Transactional
    public Activity see(Actor.Staff actor, CaseId caseId, ActivityId id) {
        guard.admit(actor, Action.SEE_CASE, caseId);
        return activities.find(caseId, id).orElseThrow(NotFoundException::new);
    }

    /** Where an activity of the case that another room keeps is seen and changed. Journals nothing: the look at it has been admitted. */
    @Transactional
    public Optional<String> keptAt(CaseId caseId, ActivityId id) {
        return keepers.stream()
                .flatMap(keeper -> Optional.ofNullable(keeper.of(caseId).get(id)).stream())
                .map(ActivityKeeper.Kept::path)
                .findFirst();
    }

    /** Whether the actor may register and change activities of the case now. */
    public boolean changeable(Actor.Staff actor, CaseId caseId) {
        return guard.allows(actor, Action.CHANGE_ACTIVITY, caseId);
    }

    /**
     * Registers an activity. Registering the same once more changes nothing.
     *
     * @param id a new one; the same when the same form is sent twice
     * @return stale if the case has ended, or if something else has been saved under the id
     * @throws NotFoundException if the actor may not see the case
     */
    @Transactional
    public Result<ActivityId> register(Actor.Staff actor, CaseId caseId, ActivityId id, Details details) {
        return changing(actor, caseId, () -> {
            var refusals = faults(details);
            if (!refusals.isEmpty()) {
                return new Result.Refused<>(refusals);
            }
            activities.add(caseId, id, details, actor.id());
            var saved = activities.find(caseId, id).map(Activity::details);
            return saved.equals(Optional.of(details)) ? new Result.Done<>(id) : new Result.Stale<>();
        });
    }

    /**
     * Changes an activity, which is also how one ends.
     *
     * @param version of the activity as it was when the change was made up
     * @return stale if somebody else has changed or withdrawn it, or ended the case
     * @throws NotFoundException if the actor may not see the case, or it has no such activity
     */
    @Transactional
    public Result<ActivityId> change(Actor.Staff actor, CaseId caseId, ActivityId id, int version, Details details) {
        var now = requireIn(caseId, id);
        return changing(actor, caseId, () -> {
            if (now.kept()) {
                return Result.refused("", KEPT);
            }
            var refusals = faults(details);
            if (!refusals.isEmpty()) {
                return new Result.Refused<>(refusals);
            }
            return activities.change(id, version, details) ? new Result.Done<>(id) : new Result.Stale<>();
        });
    }

    /**
     * Withdraws an activity that was registered by mistake. It stays readable, with the reason.
     *
     * @param reason 1–1000 characters
     * @return stale if somebody else has changed or withdrawn it, or ended the case
     * @throws NotFoundException if the actor may not see the case, or it has no such activity
     */
    @Transactional
    public Result<ActivityId> withdraw(Actor.Staff actor, CaseId caseId, ActivityId id, int version, String reason) {
        var now = requireIn(caseId, id);
        return changing(actor, caseId, () -> {
            if (now.kept()) {
                return Result.refused("", KEPT);
            }
            if (reason.isBlank()) {
                return Result.refused("withdrawal", "activity.withdrawal.required");
            }
            return activities.withdraw(id, version, reason, actor.id()) ? new Result.Done<>(id) : new Result.Stale<>();
        });
    }

    private Activity requireIn(CaseId caseId, ActivityId id) {
        return activities.find(caseId, id).orElseThrow(NotFoundException::new);
    }

    private Result<ActivityId> changing(Actor.Staff actor, CaseId caseId, Supplier<Result<ActivityId>> work) {
        return door.change(actor, Action.CHANGE_ACTIVITY, Action.SEE_CASE, caseId, work);
    }

    /** What in it can't be so. Asks for nothing of the case: a form is told of it whatever else it lacks. */
    List<Refusal> faults(Details details) {
        return details.span().faults("activity", LocalDate.now(clock));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CaseEnded event) {
        activities.endAll(event.caseId(), event.endedOn());
    }
}
