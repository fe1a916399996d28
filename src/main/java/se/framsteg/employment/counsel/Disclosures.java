package se.framsteg.employment.counsel;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.cases.CaseDoor;
import se.framsteg.cases.Result;
import se.framsteg.cases.Result.Refusal;
import se.framsteg.employment.EmploymentId;
import se.framsteg.employment.Employments;
import se.framsteg.employment.counsel.Disclosure.Decision;
import se.framsteg.employment.counsel.Disclosure.Details;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;

/** The door to what employers may be told. Nothing is deleted: a mistake is withdrawn with a reason, and a new decision follows the old. */
@Component
public class Disclosures {
    private final CaseDoor door;
    private final TalkStore store;
    private final Employments employments;
    private final Clock clock;

    Disclosures(CaseDoor door, TalkStore store, Employments employments, Clock clock) {
        this.door = door;
        this.store = store;
        this.employments = employments;
        this.clock = clock;
    }

    /** For a door that has admitted the look: the last first, withdrawn ones too. */
    public List<Disclosure> of(CaseId caseId) {
        return store.disclosures(caseId);
    }

    /** For a door that has admitted the look: what holds of employers in general; empty if nothing has been said. */
    public Optional<Disclosure> latest(CaseId caseId) {
        return holding(caseId).filter(one -> one.details().job().isEmpty()).findFirst();
    }

    /** For a door that has admitted the look: what holds of that job, which is what was said of it or else of all, whichever was last. */
    public Optional<Disclosure> latest(CaseId caseId, EmploymentId job) {
        return holding(caseId)
                .filter(one ->
                        one.details().job().filter(about -> !about.equals(job)).isEmpty())
                .findFirst();
    }

    private Stream<Disclosure> holding(CaseId caseId) {
        return store.disclosures(caseId).stream().filter(one -> one.withdrawn().isEmpty());
    }

    /**
     * Registers one. Registering the same once more changes nothing.
     *
     * @param id a new one; the same when the same form is sent twice
     * @return stale if something else has been saved under the id
     * @throws NotFoundException if the actor may not, or it is about a job that the case has not
     */
    @Transactional
    public Result<TalkId> register(Actor.Staff actor, CaseId caseId, TalkId id, Details details) {
        return door.change(actor, Action.CHANGE_WORK_SUPPORT, Action.SEE_WORK_SUPPORT, caseId, () -> {
            if (details.job()
                    .filter(job -> employments.find(caseId, job).isEmpty())
                    .isPresent()) {
                throw new NotFoundException();
            }
            var faults = faults(details);
            if (!faults.isEmpty()) {
                return new Result.Refused<>(faults);
            }
            store.add(caseId, id, details, actor.id());
            var saved = store.disclosures(caseId).stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst();
            return saved.map(Disclosure::details).equals(Optional.of(details))
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
        if (details.decision() == Decision.SOME && details.mayTell().isEmpty()) {
            faults.add(Refusal.of("mayTell", "disclosure.may-tell.required"));
        }
        if (!details.decision().open() && !details.mayTell().isEmpty()) {
            faults.add(Refusal.of("mayTell", "disclosure.may-tell.of-yes"));
        }
        return faults;
    }

    /**
     * Withdraws what was registered by mistake. It stays readable, with the reason; what was decided before holds again.
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
            return store.withdrawDisclosure(caseId, id, reason, actor.id())
                    ? new Result.Done<>(id)
                    : new Result.Stale<>();
        });
    }
}
