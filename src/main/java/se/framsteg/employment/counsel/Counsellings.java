package se.framsteg.employment.counsel;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.cases.CaseDoor;
import se.framsteg.cases.Result;
import se.framsteg.cases.Result.Refusal;
import se.framsteg.employment.counsel.Counselling.Details;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;

/**
 * The door to what the person has been told about money. Nothing is deleted: a mistake is withdrawn with a reason. It goes on after the case
 * has ended, as support does.
 */
@Component
public class Counsellings {
    private final CaseDoor door;
    private final TalkStore store;
    private final Clock clock;

    Counsellings(CaseDoor door, TalkStore store, Clock clock) {
        this.door = door;
        this.store = store;
        this.clock = clock;
    }

    /** For a door that has admitted the look: the last first, withdrawn ones too. */
    public List<Counselling> of(CaseId caseId) {
        return store.counsellings(caseId);
    }

    /**
     * Registers one. Registering the same once more changes nothing.
     *
     * @param id a new one; the same when the same form is sent twice
     * @return stale if something else has been saved under the id
     * @throws NotFoundException if the actor may not
     */
    @Transactional
    public Result<TalkId> register(Actor.Staff actor, CaseId caseId, TalkId id, Details details) {
        return door.change(actor, Action.CHANGE_WORK_SUPPORT, Action.SEE_WORK_SUPPORT, caseId, () -> {
            var faults = faults(details);
            if (!faults.isEmpty()) {
                return new Result.Refused<>(faults);
            }
            store.add(caseId, id, details, actor.id());
            var saved = store.counsellings(caseId).stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst();
            return saved.map(Counselling::details).equals(Optional.of(details))
                    ? new Result.Done<>(id)
                    : new Result.Stale<>();
        });
    }

    /** What in it can't be so. */
    List<Refusal> faults(Details details) {
        var faults = new ArrayList<Refusal>();
        if (details.on().isAfter(LocalDate.now(clock))) {
            faults.add(Refusal.of("on", "counsel.on.ahead"));
        }
        if (details.about().isEmpty()) {
            faults.add(Refusal.of("about", "counselling.about.required"));
        }
        return faults;
    }

    /**
     * Withdraws what was registered by mistake. It stays readable, with the reason.
     *
     * @param reason 1–1000 characters
     * @return stale if it is withdrawn already
     * @throws NotFoundException if the actor may not
     */
    @Transactional
    public Result<TalkId> withdraw(Actor.Staff actor, CaseId caseId, TalkId id, String reason) {
        return door.change(actor, Action.CHANGE_WORK_SUPPORT, Action.SEE_WORK_SUPPORT, caseId, () -> {
            if (reason.isBlank()) {
                return Result.refused("withdrawal", "employment.withdrawal.required");
            }
            return store.withdrawCounselling(caseId, id, reason, actor.id())
                    ? new Result.Done<>(id)
                    : new Result.Stale<>();
        });
    }
}
