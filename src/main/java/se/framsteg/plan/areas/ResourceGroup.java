package se.framsteg.plan.areas;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.cases.CaseDoor;
import se.framsteg.cases.Result;
import se.framsteg.plan.areas.Member.Written;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;

/**
 * The door to the resource group: people whom the person has named as those who help (case management). They are named by the person
 * and not asked by us, so no consent opens them to others.
 */
@Component
public class ResourceGroup {
    private final Guard guard;
    private final CaseDoor door;
    private final MemberStore members;

    ResourceGroup(Guard guard, CaseDoor door, MemberStore members) {
        this.guard = guard;
        this.door = door;
        this.members = members;
    }

    /** Everybody in it, in the order in which they were named. Guards and journals nothing: the caller does. */
    public List<Member> of(CaseId caseId) {
        return members.of(caseId);
    }

    /**
     * Somebody in it.
     *
     * @throws NotFoundException if there is none such, or the actor may not change it
     */
    @Transactional
    public Member see(Actor.Staff actor, CaseId caseId, MemberId id) {
        guard.permit(actor, Action.CHANGE_PLAN, caseId).journal(Action.SEE_WHOLE_PLAN);
        return members.find(caseId, id).orElseThrow(NotFoundException::new);
    }

    /**
     * Adds somebody. The same once more changes nothing.
     *
     * @param id a new one; the same when the same form is sent twice
     * @return stale if the case has ended or is restricted, or if somebody else has been saved under the id
     * @throws NotFoundException if the actor may not see the plan
     */
    @Transactional
    public Result<MemberId> add(Actor.Staff actor, CaseId caseId, MemberId id, Written written) {
        return door.change(actor, Action.CHANGE_PLAN, Action.SEE_WHOLE_PLAN, caseId, () -> {
            members.add(caseId, id, written, actor.id());
            var saved = members.find(caseId, id).map(Member::written);
            return saved.equals(Optional.of(written)) ? new Result.Done<>(id) : new Result.Stale<>();
        });
    }

    /**
     * Changes what is written of somebody. The same once more changes nothing.
     *
     * @param version as it was when the writing began
     * @return stale if somebody else has changed it since, or if the case has ended or is restricted
     * @throws NotFoundException if the actor may not see the plan, or there is none such
     */
    @Transactional
    public Result<MemberId> change(Actor.Staff actor, CaseId caseId, MemberId id, int version, Written written) {
        return door.change(actor, Action.CHANGE_PLAN, Action.SEE_WHOLE_PLAN, caseId, () -> {
            var now = members.find(caseId, id).orElseThrow(NotFoundException::new);
            return now.written().equals(written) || members.change(caseId, id, version, written, actor.id())
                    ? new Result.Done<>(id)
                    : new Result.Stale<>();
        });
    }

    /**
     * Takes somebody away. The same once more changes nothing.
     *
     * @return stale if somebody else has changed it since, or if the case has ended or is restricted
     * @throws NotFoundException if the actor may not see the plan
     */
    @Transactional
    public Result<MemberId> remove(Actor.Staff actor, CaseId caseId, MemberId id, int version) {
        return door.change(
                actor,
                Action.CHANGE_PLAN,
                Action.SEE_WHOLE_PLAN,
                caseId,
                () -> members.find(caseId, id).isEmpty() || members.remove(caseId, id, version, actor.id())
                        ? new Result.Done<>(id)
                        : new Result.Stale<>());
    }
}
