package se.framsteg.plan;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.cases.CaseDoor;
import se.framsteg.cases.Result;
import se.framsteg.cases.Result.Refusal;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;

/**
 * The door to needs of a joint plan. A plan is made if somebody finds it needed and the person consents, without delay (SoL 2025:400
 * 10 kap. 8–9 §§, HSL 16 kap. 4 §): so a need waits for the person's answer, and a no is an answer. Nothing is deleted or edited: the
 * person answers anew, and what is needed now is a new need.
 */
@Component
public class Needs {
    private final Guard guard;
    private final CaseDoor door;
    private final NeedStore needs;
    private final Clock clock;

    Needs(Guard guard, CaseDoor door, NeedStore needs, Clock clock) {
        this.guard = guard;
        this.door = door;
        this.needs = needs;
        this.clock = clock;
    }

    /**
     * One need of the case.
     *
     * @throws NotFoundException if the case has none such, or the actor may not see the plan
     */
    @Transactional
    public Need see(Actor.Staff actor, CaseId caseId, NeedId id) {
        guard.admit(actor, Action.SEE_WHOLE_PLAN, caseId);
        return needs.find(caseId, id).orElseThrow(NotFoundException::new);
    }

    /**
     * Registers that somebody sees the need. The same once more changes nothing, be it from the form as it was before it was sent.
     *
     * @param id a new one; the same when the same form is sent twice
     * @return the need, by the id that it has; refused if the day has not come; stale if the case has ended, or if something else has been saved under the id
     * @throws NotFoundException if the actor may not see the plan
     */
    @Transactional
    public Result<NeedId> register(Actor.Staff actor, CaseId caseId, NeedId id, Need.Seen seen) {
        return door.change(actor, Action.CHANGE_PLAN, Action.SEE_WHOLE_PLAN, caseId, () -> {
            var refusals = faults(seen);
            if (!refusals.isEmpty()) {
                return new Result.Refused<>(refusals);
            }
            var before = needs.of(caseId).stream()
                    .filter(need -> need.seen().equals(seen) && need.answers().isEmpty())
                    .findFirst();
            if (before.isPresent()) {
                return new Result.Done<>(before.get().id());
            }
            needs.add(actor.association(), caseId, id, seen, Optional.of(actor.id()));
            var saved = needs.find(caseId, id).map(Need::seen);
            return saved.equals(Optional.of(seen)) ? new Result.Done<>(id) : new Result.Stale<>();
        });
    }

    /** What in it can't be so. Asks for nothing of the case: a form is told of it whatever else it lacks. */
    List<Refusal> faults(Need.Seen seen) {
        return future("on", seen.on());
    }

    private List<Refusal> future(String field, LocalDate day) {
        return day.isAfter(LocalDate.now(clock)) ? List.of(Refusal.of(field, "plan.day.future")) : List.of();
    }

    /**
     * Records what the person said. The same once more changes nothing.
     *
     * @param number of this answer: one more than there were when it was asked for
     * @param words in the person's own words, up to 2000 characters, may be empty
     * @return refused if it was said before the need was seen, or in the future; stale if somebody else has recorded an answer since,
     *     or if the case has ended
     * @throws NotFoundException if the actor may not see the plan, or the case has no such need
     */
    @Transactional
    public Result<NeedId> answer(
            Actor.Staff actor, CaseId caseId, NeedId id, int number, Need.Said said, LocalDate on, String words) {
        return door.change(actor, Action.CHANGE_PLAN, Action.SEE_WHOLE_PLAN, caseId, () -> {
            var need = needs.find(caseId, id).orElseThrow(NotFoundException::new);
            if (on.isBefore(need.seen().on())) {
                return Result.refused("saidOn", "plan.answer.before-need");
            }
            var refusals = future("saidOn", on);
            if (!refusals.isEmpty()) {
                return new Result.Refused<>(refusals);
            }
            return record(actor, need, number, said, on, words) ? new Result.Done<>(id) : new Result.Stale<>();
        });
    }

    private boolean record(Actor.Staff actor, Need need, int number, Need.Said said, LocalDate on, String words) {
        var sentTwice = need.answers().stream()
                .anyMatch(one -> one.number() == number
                        && one.said() == said
                        && one.on().equals(on)
                        && one.words().equals(words)
                        && one.recordedBy().equals(Optional.of(actor.id())));
        return sentTwice
                || number == need.answers().size() + 1
                        && needs.answer(need.id(), number, said, on, words, Optional.of(actor.id()));
    }

    /**
     * The need that a meeting is prepared for, with what has been written so far.
     *
     * @param byPerson when the person saved it by themselves, if nobody has since
     */
    public record Preparing(Need need, Preparation preparation, int version, Optional<Instant> byPerson) {
        static Preparing of(Need need, NeedStore.Saved saved) {
            return new Preparing(
                    need, saved.preparation(), saved.version(), saved.at().filter(_ -> saved.byPerson()));
        }
    }

    /**
     * What has been prepared with the person.
     *
     * @throws NotFoundException if the actor may not prepare, or the person has not said yes to the need
     */
    @Transactional
    public Preparing preparing(Actor.Staff actor, CaseId caseId, NeedId id) {
        guard.permit(actor, Action.PREPARE_PLAN, caseId).journal(Action.SEE_WHOLE_PLAN);
        var need = wanted(caseId, id);
        return Preparing.of(need, needs.preparation(id));
    }

    /**
     * Saves what is prepared with the person. The same once more changes nothing.
     *
     * @param version of the preparation as it was when the writing began; 0 if there was none
     * @return stale if it has been saved in another window since, if the person no longer wants a plan, or if the actor may no longer
     *     prepare it
     * @throws NotFoundException if the actor may not see the plan, or the case has no such need
     */
    @Transactional
    public Result<NeedId> prepare(Actor.Staff actor, CaseId caseId, NeedId id, int version, Preparation preparation) {
        return door.change(actor, Action.PREPARE_PLAN, Action.SEE_WHOLE_PLAN, caseId, () -> {
            var need = needs.find(caseId, id).orElseThrow(NotFoundException::new);
            var saved = need.wanted()
                    && (needs.prepare(id, version, preparation, Optional.of(actor.id()))
                            || needs.preparation(id).preparation().equals(preparation));
            return saved ? new Result.Done<>(id) : new Result.Stale<>();
        });
    }

    private Need wanted(CaseId caseId, NeedId id) {
        return needs.find(caseId, id).filter(Need::wanted).orElseThrow(NotFoundException::new);
    }
}
