package se.framsteg.plan.meeting;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.cases.CaseDoor;
import se.framsteg.cases.CaseFacts;
import se.framsteg.cases.Cases;
import se.framsteg.cases.Result;
import se.framsteg.cases.Result.Refusal;
import se.framsteg.notification.Outbox;
import se.framsteg.notification.carrier.Obstacle;
import se.framsteg.plan.MeetingId;
import se.framsteg.plan.PlanEnded;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;

/**
 * The door to meetings about joint plans. A plan has one meeting ahead at a time; when it is moved, those who had been told are to be
 * told anew, and what they replied about the other time no longer holds.
 */
@Component
public class Meetings {
    private final Guard guard;
    private final CaseDoor door;
    private final Cases cases;
    private final Stores stores;
    private final Outbox outbox;
    private final Clock clock;

    Meetings(Guard guard, CaseDoor door, Cases cases, Stores stores, Outbox outbox, Clock clock) {
        this.guard = guard;
        this.door = door;
        this.cases = cases;
        this.stores = stores;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Where it all is kept. */
    @Component
    record Stores(MeetingStore meetings, InviteeStore invitees, Lines lines) {}

    /**
     * The meeting that is ahead in a case.
     *
     * @param plan whether the case has an open plan, which a meeting can be about
     * @param met whether there has been a meeting about it
     * @param meeting empty if none is planned
     * @param invitees who is asked to it, the person first
     * @param obstacle why no e-mail goes; empty if it does
     * @param tooLate the day by which somebody is to have come, if the meeting is after it
     * @param due whether its day has come, so that it is time to close it
     * @param changeable whether the viewer can plan it
     * @param callable whether the viewer can send summons and invitations
     */
    public record Card(
            boolean plan,
            boolean met,
            Optional<Meeting> meeting,
            List<InviteeLine> invitees,
            Optional<Obstacle> obstacle,
            Optional<LocalDate> tooLate,
            boolean due,
            boolean changeable,
            boolean callable) {
        public Card {
            invitees = List.copyOf(invitees);
        }

        /** Whether e-mail goes from here. */
        public boolean mails() {
            return obstacle.isEmpty();
        }

        /** Whether somebody has not been told of the meeting as it now is. */
        public boolean toTell() {
            return invitees.stream().anyMatch(InviteeLine::toTell);
        }

        /** Whether somebody else than the person is asked. */
        public boolean othersAsked() {
            return invitees.stream().anyMatch(one -> one.invitee().asked().part() != Invitee.Part.PERSON);
        }

        /** Who has been told of it. */
        public List<InviteeLine> told() {
            return invitees.stream()
                    .filter(one -> one.invitee().sentAt().isPresent())
                    .toList();
        }
    }

    /**
     * The meeting ahead. Journals nothing: call it where a look at the plan has been admitted.
     *
     * @throws NotFoundException if the actor may not see the plan
     */
    @Transactional
    public Card card(Actor.Staff actor, CaseId caseId) {
        var allowed = guard.allowed(actor, caseId);
        if (!allowed.contains(Action.SEE_WHOLE_PLAN)) {
            throw new NotFoundException();
        }
        var plan = stores.meetings().plan(caseId);
        var meeting = plan.flatMap(one -> stores.meetings().ahead(one.id()));
        var working = allowed.contains(Action.CHANGE_PLAN);
        var invitees = meeting.isEmpty()
                ? List.<InviteeLine>of()
                : facts(caseId)
                        .map(facts -> stores.lines().of(facts, plan.orElseThrow(), meeting.get(), working))
                        .orElse(List.of());
        return new Card(
                plan.isPresent(),
                plan.filter(one -> stores.meetings().met(one.id())).isPresent(),
                meeting,
                invitees,
                outbox.obstacle(),
                meeting.flatMap(one -> tooLate(one, invitees)),
                meeting.filter(one -> !one.planned().on().isAfter(LocalDate.now(clock)))
                        .isPresent(),
                working,
                allowed.contains(Action.CALL_TO_PLAN));
    }

    private static Optional<LocalDate> tooLate(Meeting meeting, List<InviteeLine> invitees) {
        return invitees.stream()
                .flatMap(one -> one.comeBy().stream())
                .min(LocalDate::compareTo)
                .filter(meeting.planned().on()::isAfter);
    }

    /** The meeting that is ahead, if it is this one. Journals the look. */
    @Transactional
    Optional<Card> ahead(Actor.Staff actor, CaseId caseId, MeetingId id) {
        guard.admit(actor, Action.SEE_WHOLE_PLAN, caseId);
        return Optional.of(card(actor, caseId))
                .filter(card ->
                        card.meeting().filter(one -> one.id().equals(id)).isPresent());
    }

    /** The same meeting, if it is this one and can still be changed. Journals the look. */
    @Transactional
    Card of(Actor.Staff actor, CaseId caseId, MeetingId id) {
        guard.admit(actor, Action.SEE_WHOLE_PLAN, caseId);
        var card = card(actor, caseId);
        if (card.meeting().filter(one -> one.id().equals(id)).isEmpty()) {
            throw new NotFoundException();
        }
        return card;
    }

    /** What was prepared with the person, to whoever has the case; nothing to others. Journals the look. */
    @Transactional
    public Prepared prepared(Actor.Staff actor, CaseId caseId) {
        guard.admit(actor, Action.SEE_WHOLE_PLAN, caseId);
        return guard.allows(actor, Action.PREPARE_PLAN, caseId)
                ? stores.meetings()
                        .plan(caseId)
                        .flatMap(MeetingStore.OpenPlan::need)
                        .map(stores.meetings()::prepared)
                        .orElse(Prepared.NOTHING)
                : Prepared.NOTHING;
    }

    /**
     * Plans a meeting, to which the person is asked. The same once more changes nothing.
     *
     * @param id a new one; the same when the same form is sent twice
     * @return refused if it can't be so, see {@link #faults}; stale if another meeting is ahead, or if the case has no open plan
     * @throws NotFoundException if the actor may not see the plan
     */
    @Transactional
    public Result<MeetingId> plan(Actor.Staff actor, CaseId caseId, MeetingId id, Meeting.Planned planned) {
        return door.change(actor, Action.CHANGE_PLAN, Action.SEE_WHOLE_PLAN, caseId, () -> {
            var refusals = faults(planned);
            if (!refusals.isEmpty()) {
                return new Result.Refused<>(refusals);
            }
            var plan = stores.meetings().keepPlan(caseId);
            if (plan.isEmpty()) {
                return new Result.Stale<>();
            }
            if (stores.meetings().add(plan.get().id(), id, planned, actor.id())) {
                var person = new Invitee.Asked(Invitee.Part.PERSON, Optional.empty(), "", "", "", false);
                stores.invitees().add(id, InviteeId.create(), Invitee.How.INVITATION, person, actor.id());
            }
            return stores.meetings()
                            .ahead(plan.get().id())
                            .filter(one -> one.id().equals(id) && one.planned().equals(planned))
                            .isPresent()
                    ? new Result.Done<>(id)
                    : new Result.Stale<>();
        });
    }

    /**
     * What in it can't be so: a time that has been, neither place nor link, or a link that is none. Asks for nothing of the case.
     */
    List<Refusal> faults(Meeting.Planned planned) {
        var faults = new ArrayList<Refusal>();
        if (planned.on().isBefore(LocalDate.now(clock))) {
            faults.add(Refusal.of("on", "plan.meeting.past"));
        } else if (!planned.begins().isAfter(clock.instant())) {
            faults.add(Refusal.of("at", "plan.meeting.past"));
        }
        if (planned.place().isEmpty() && planned.video().isEmpty()) {
            faults.add(Refusal.of("place", "plan.meeting.where.required"));
        }
        if (!planned.video().isEmpty() && !isLink(planned.video())) {
            faults.add(Refusal.of("video", "plan.meeting.video.wrong"));
        }
        return faults;
    }

    private static boolean isLink(String text) {
        try {
            var address = new URI(text);
            return "https".equalsIgnoreCase(address.getScheme())
                    && address.getHost() != null
                    && address.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /**
     * Changes the meeting that is ahead. The same once more changes nothing.
     *
     * @param version that the meeting had when the change was made up
     * @return refused as for {@link #plan}; stale if somebody else has changed it, it has been held or cancelled, or the plan has ended
     * @throws NotFoundException if the actor may not see the plan, or the case's open plan has no such meeting
     */
    @Transactional
    public Result<MeetingId> change(
            Actor.Staff actor, CaseId caseId, MeetingId id, int version, Meeting.Planned planned) {
        return onMeeting(actor, caseId, id, (_, meeting) -> {
            if (meeting.planned().equals(planned)) {
                return new Result.Done<>(id);
            }
            var refusals = faults(planned);
            if (!refusals.isEmpty()) {
                return new Result.Refused<>(refusals);
            }
            if (!stores.meetings().change(id, version, planned)) {
                return new Result.Stale<>();
            }
            outbox.stop(stores.invitees().of(id).stream().map(Invitee::id).toList());
            if (!planned.sameTime(meeting.planned())) {
                stores.invitees().forgetReplies(id, actor.id());
            }
            return new Result.Done<>(id);
        });
    }

    /**
     * Cancels the meeting that is ahead. Letters that wait to go do not go; whoever has been told is to be told by whoever cancels. The
     * same once more changes nothing.
     *
     * @return stale if somebody else has changed it since, it has been held, or the plan has ended
     * @throws NotFoundException if the actor may not see the plan, or the case's open plan has no such meeting
     */
    @Transactional
    public Result<MeetingId> cancel(Actor.Staff actor, CaseId caseId, MeetingId id, int version) {
        return onMeeting(actor, caseId, id, (_, meeting) -> {
            if (meeting.state() == Meeting.State.CANCELLED) {
                return new Result.Done<>(id);
            }
            if (!stores.meetings().cancel(id, version, actor.id())) {
                return new Result.Stale<>();
            }
            outbox.stop(stores.invitees().of(id).stream().map(Invitee::id).toList());
            return new Result.Done<>(id);
        });
    }

    private <T> Result<T> onMeeting(
            Actor.Staff actor,
            CaseId caseId,
            MeetingId id,
            BiFunction<MeetingStore.OpenPlan, Meeting, Result<T>> work) {
        return door.change(actor, Action.CHANGE_PLAN, Action.SEE_WHOLE_PLAN, caseId, () -> {
            var plan = stores.meetings().keepPlan(caseId);
            return plan.isEmpty()
                    ? new Result.Stale<>()
                    : work.apply(plan.get(), stores.meetings().lock(caseId, id).orElseThrow(NotFoundException::new));
        });
    }

    /** There is nothing to meet about when the plan has ended. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(PlanEnded event) {
        stores.meetings()
                .cancelWithPlan(event.planId())
                .forEach(meeting -> outbox.stop(
                        stores.invitees().of(meeting).stream().map(Invitee::id).toList()));
    }

    private Optional<CaseFacts> facts(CaseId id) {
        return cases.facts(id);
    }
}
