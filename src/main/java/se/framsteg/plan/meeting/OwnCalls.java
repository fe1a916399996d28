package se.framsteg.plan.meeting;

import java.time.Clock;
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
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;

/**
 * The door to what a colleague of another organisation, to whom the person has opened the plan, has been called to, and what they reply.
 * Nothing is told of what has not been sent, nor of what others have been sent.
 */
@Component
public class OwnCalls {
    private final Guard guard;
    private final CaseDoor door;
    private final MeetingStore meetings;
    private final InviteeStore invitees;
    private final Clock clock;

    OwnCalls(Guard guard, CaseDoor door, MeetingStore meetings, InviteeStore invitees, Clock clock) {
        this.guard = guard;
        this.door = door;
        this.meetings = meetings;
        this.invitees = invitees;
        this.clock = clock;
    }

    /**
     * A summons or an invitation to the actor's organisation.
     *
     * @param open whether it can be replied to: not when the day has passed, and not while the processing is restricted
     */
    public record Call(Meeting meeting, Invitee invitee, boolean open) {}

    /** What an organisation can reply. */
    public enum Reply {
        YES,
        NO,
        /** Somebody else of the same organisation comes instead. */
        STAND_IN
    }

    /**
     * As they were when a form was filled in.
     *
     * @param meeting of the meeting
     * @param invitee of how the organisation is asked
     */
    public record Versions(int meeting, int invitee) {}

    /**
     * What the actor's organisation has been sent about the meeting that is ahead, in the order in which it was asked; nothing to those who
     * have the case. Journals nothing: call it where a look at the plan has been admitted.
     *
     * @throws NotFoundException if the actor may not see the plan
     */
    @Transactional
    public List<Call> of(Actor.Staff actor, CaseId caseId) {
        var allowed = guard.allowed(actor, caseId);
        if (!allowed.contains(Action.SEE_PLAN)) {
            throw new NotFoundException();
        }
        if (allowed.contains(Action.SEE_WHOLE_PLAN)) {
            return List.of();
        }
        var meeting = meetings.plan(caseId).flatMap(plan -> meetings.ahead(plan.id()));
        var open = allowed.contains(Action.REPLY_TO_CALL)
                && meeting.filter(one -> !one.planned().on().isBefore(LocalDate.now(clock)))
                        .isPresent();
        return meeting.stream()
                .flatMap(one -> invitees.of(one.id()).stream()
                        .filter(invitee -> invitee.asked()
                                .organisation()
                                .filter(actor.organisation()::equals)
                                .isPresent())
                        .filter(invitee -> invitee.sentAt().isPresent())
                        .map(invitee -> new Call(one, invitee, open)))
                .toList();
    }

    /**
     * One of them. Journals the look.
     *
     * @throws NotFoundException if the actor may not see the plan, or their organisation has been sent nothing such about the meeting that
     *     is ahead
     */
    @Transactional
    public Call see(Actor.Staff actor, CaseId caseId, InviteeId id) {
        guard.admit(actor, Action.SEE_PLAN, caseId);
        return find(actor, caseId, id).orElseThrow(NotFoundException::new);
    }

    /**
     * Says who comes, as often as one likes while the meeting is ahead. The same once more changes nothing.
     *
     * @param seen what whoever replies had seen
     * @param standIn who comes instead, up to 200 characters; empty for other replies
     * @return refused if nobody is named who comes instead; stale if the meeting has been changed or another reply has been recorded since,
     *     if the day has passed, or if nothing can be changed now
     * @throws NotFoundException as for {@link #see}
     */
    @Transactional
    public Result<InviteeId> reply(
            Actor.Staff actor, CaseId caseId, InviteeId id, Versions seen, Reply reply, String standIn) {
        return door.change(actor, Action.REPLY_TO_CALL, Action.SEE_PLAN, caseId, () -> {
            var call = find(actor, caseId, id).orElseThrow(NotFoundException::new);
            if (reply == Reply.STAND_IN && standIn.isEmpty()) {
                return Result.refused("standIn", "shared-plan.call.stand-in.required");
            }
            if (!call.open() || call.meeting().version() != seen.meeting()) {
                return new Result.Stale<>();
            }
            var replied = new Invitee.Replied(Invitee.Reply.valueOf(reply.name()), standIn, LocalDate.now(clock));
            return invitees.reply(id, seen.invitee(), replied, Optional.of(actor.id()))
                            || call.invitee().replied().equals(Optional.of(replied))
                    ? new Result.Done<>(id)
                    : new Result.Stale<>();
        });
    }

    private Optional<Call> find(Actor.Staff actor, CaseId caseId, InviteeId id) {
        return of(actor, caseId).stream()
                .filter(one -> one.invitee().id().equals(id))
                .findFirst();
    }
}
