package se.framsteg.plan.meeting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.cases.CaseDoor;
import se.framsteg.cases.Result;
import se.framsteg.cases.Result.Refusal;
import se.framsteg.plan.MeetingId;
import se.framsteg.plan.PlanId;
import se.framsteg.plan.document.PlanDocuments;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.ChangedMeanwhileException;
import se.framsteg.shared.NotFoundException;

/**
 * The door by which a meeting is closed: it is said who came, the next meeting is planned before this one is over, and what has been
 * agreed on is settled as a version. All of it or nothing.
 */
@Component
public class Closings {
    private final CaseDoor door;
    private final Meetings.Stores stores;
    private final Meetings meetings;
    private final PlanDocuments documents;
    private final Clock clock;

    Closings(CaseDoor door, Meetings.Stores stores, Meetings meetings, PlanDocuments documents, Clock clock) {
        this.door = door;
        this.stores = stores;
        this.meetings = meetings;
        this.documents = documents;
        this.clock = clock;
    }

    /**
     * What is said when a meeting is closed.
     *
     * @param on the day on which it was held, no later than today and no earlier than the one before; may be another than the one that
     *     had been set
     * @param asked who was asked when the form was opened: of whoever has been added since nothing is said
     * @param came of those; all others of them did not come
     * @param readBack whether the summary was read back to everybody
     * @param next the next meeting, on a later day; empty if its day is decided later, or if the plan is to end
     */
    public record Closing(
            LocalDate on, Set<InviteeId> asked, Set<InviteeId> came, boolean readBack, Optional<Meeting.Planned> next) {
        public Closing {
            asked = Set.copyOf(asked);
            came = Set.copyOf(came);
        }
    }

    /**
     * Closes the meeting that is ahead. Those who were asked to it are asked to the next as well, and are to be told of it. The same
     * once more changes nothing.
     *
     * @param version that the meeting had when the form was opened
     * @return refused if the day has not come or is too early, or if the next one can't be so; stale if somebody else has changed it since, it has been
     *     closed by somebody else or cancelled, or the plan has ended
     * @throws NotFoundException if the actor may not see the plan, or the case's open plan has no such meeting
     * @throws ChangedMeanwhileException if somebody settles the plan at the same moment
     */
    @Transactional
    public Result<MeetingId> close(Actor.Staff actor, CaseId caseId, MeetingId id, int version, Closing closing) {
        return door.change(actor, Action.CHANGE_PLAN, Action.SEE_WHOLE_PLAN, caseId, () -> {
            var plan = stores.meetings().keepPlan(caseId);
            if (plan.isEmpty()) {
                return new Result.Stale<>();
            }
            var meeting = stores.meetings().lock(caseId, id).orElseThrow(NotFoundException::new);
            if (meeting.state() == Meeting.State.HELD) {
                return stores.meetings().settledBy(id, actor.id()) ? new Result.Done<>(id) : new Result.Stale<>();
            }
            var refusals = faults(plan.get().id(), closing);
            if (!refusals.isEmpty()) {
                return new Result.Refused<>(refusals);
            }
            return stores.meetings().hold(id, version, closing.on(), closing.readBack(), actor.id())
                    ? closed(actor, caseId, plan.get(), id, closing)
                    : new Result.Stale<>();
        });
    }

    /** The day that was set for it, or today if it is held earlier. */
    LocalDate likelyDay(Meeting meeting) {
        var today = LocalDate.now(clock);
        return meeting.planned().on().isBefore(today) ? meeting.planned().on() : today;
    }

    private List<Refusal> faults(PlanId plan, Closing closing) {
        var faults = new ArrayList<Refusal>(faults(closing));
        var earliest = stores.meetings().earliest(plan);
        if (closing.on().isBefore(earliest)) {
            faults.add(Refusal.of("heldOn", "plan.close.held-on.too-early", earliest));
        }
        return faults;
    }

    /** What can't be so. Asks for nothing of the case. */
    List<Refusal> faults(Closing closing) {
        var faults = new ArrayList<Refusal>();
        if (closing.on().isAfter(LocalDate.now(clock))) {
            faults.add(Refusal.of("heldOn", "plan.day.future"));
        }
        closing.next().ifPresent(next -> {
            faults.addAll(meetings.faults(next));
            if (faults.isEmpty() && !next.on().isAfter(closing.on())) {
                faults.add(Refusal.of("on", "plan.close.next.after"));
            }
        });
        return faults;
    }

    private Result<MeetingId> closed(
            Actor.Staff actor, CaseId caseId, MeetingStore.OpenPlan plan, MeetingId id, Closing closing) {
        var asked = stores.invitees().of(id);
        asked.stream()
                .map(Invitee::id)
                .filter(closing.asked()::contains)
                .forEach(one -> stores.invitees().came(one, closing.came().contains(one), actor.id()));
        closing.next().ifPresent(next -> {
            var following = MeetingId.create();
            stores.meetings().add(plan.id(), following, next, actor.id());
            asked.forEach(
                    one -> stores.invitees().add(following, InviteeId.create(), one.how(), one.asked(), actor.id()));
        });
        var number = documents.last(plan.id()) + 1;
        if (!(documents.settle(actor, caseId, plan.id(), number, Optional.of(id)) instanceof Result.Done<?>)) {
            throw new ChangedMeanwhileException();
        }
        return new Result.Done<>(id);
    }
}
