package se.framsteg.plan.meeting;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.cases.CaseDoor;
import se.framsteg.cases.CaseFacts;
import se.framsteg.cases.Cases;
import se.framsteg.cases.Result;
import se.framsteg.notification.Outbox;
import se.framsteg.notification.carrier.Attachment;
import se.framsteg.notification.carrier.Message;
import se.framsteg.plan.MeetingId;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.ui.Addresses;
import se.framsteg.ui.Texts;

/**
 * The door to sending summons and invitations: from when it is done the clocks run. What tells of the person stands on paper alone; an
 * e-mail says that there is a meeting, when, and where one signs in.
 */
@Component
public class Calls {
    private final CaseDoor door;
    private final Stores stores;
    private final Outside outside;
    private final Outbox outbox;
    private final Clock clock;

    Calls(CaseDoor door, Stores stores, Outside outside, Outbox outbox, Clock clock) {
        this.door = door;
        this.stores = stores;
        this.outside = outside;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Where it all is kept. */
    @Component
    record Stores(MeetingStore meetings, InviteeStore invitees, Lines lines, Clocks clocks, Cases cases) {}

    /** What is needed of other rooms. */
    @Component
    record Outside(MessageSource messages, Addresses addresses) {}

    /**
     * Sends to all who have not been told of the meeting as it now is: to those with an e-mail address by e-mail where it is set up,
     * and to all on paper, which whoever sends prints. Sent once more there is nobody left to tell, and nothing is done.
     *
     * @param version of the meeting that whoever sends has seen
     * @return refused if the time has been, nobody but the person is asked, or somebody may no longer be called; stale if the meeting
     *     has been changed or is no longer ahead
     * @throws NotFoundException if the actor may not see the plan, or the open plan has no such meeting
     */
    @Transactional
    public Result<MeetingId> send(Actor.Staff actor, CaseId caseId, MeetingId id, int version) {
        return door.change(actor, Action.CALL_TO_PLAN, Action.SEE_WHOLE_PLAN, caseId, () -> {
            if (stores.meetings().keepPlan(caseId).isEmpty()) {
                return new Result.Stale<>();
            }
            var meeting = stores.meetings().lock(caseId, id).orElseThrow(NotFoundException::new);
            if (meeting.state() != Meeting.State.PLANNED || meeting.version() != version) {
                return new Result.Stale<>();
            }
            var invitees = stores.invitees().of(id);
            var facts = facts(caseId);
            var refused = refused(facts, meeting, invitees);
            if (refused.isPresent()) {
                return Result.refused("", refused.get());
            }
            invitees.stream().filter(one -> one.sentVersion() != version).forEach(one -> {
                stores.invitees().sent(one.id(), version, actor.id());
                post(actor, facts, meeting, one);
            });
            return new Result.Done<>(id);
        });
    }

    private Optional<String> refused(CaseFacts facts, Meeting meeting, List<Invitee> invitees) {
        if (!meeting.planned().begins().isAfter(clock.instant())) {
            return Optional.of("plan.send.past");
        }
        if (invitees.stream().allMatch(one -> one.asked().part() == Invitee.Part.PERSON)) {
            return Optional.of("plan.send.nobody");
        }
        var allowed = stores.lines().allowed(facts);
        return invitees.stream().allMatch(one -> allowed.lets(one.asked()))
                ? Optional.empty()
                : Optional.of("plan.send.no-consent");
    }

    /** Whether e-mail goes from here at all. */
    boolean mails() {
        return outbox.obstacle().isEmpty();
    }

    private void post(Actor.Staff actor, CaseFacts facts, Meeting meeting, Invitee invitee) {
        if (!invitee.asked().email().isEmpty() && mails()) {
            outbox.put(actor, facts, invitee.id(), invitee.asked().email(), message(meeting));
        }
    }

    /** The same to all, whoever it is about. */
    private Message message(Meeting meeting) {
        var texts = new Texts(outside.messages(), Locale.of("sv"));
        var text = String.join(
                "\n\n",
                texts.of("plan.mail.text"),
                texts.of("plan.mail.where", outside.addresses().baseUrl().orElseThrow() + "/sign-in"),
                texts.of("plan.mail.paper"));
        var file =
                new Attachment("mote.ics", CalendarFile.TYPE, CalendarFiles.toMail(meeting, outside.messages(), clock));
        return new Message(texts.of("plan.mail.subject"), text, Optional.empty(), Optional.of(file));
    }

    /**
     * Sends an e-mail once more that did not get through, to the address that stands there now.
     *
     * @return stale if it has got through, waits to go, or was never sent, or if the meeting is no longer ahead
     * @throws NotFoundException if the actor may not see the plan, or nobody such is asked
     */
    @Transactional
    public Result<InviteeId> again(Actor.Staff actor, CaseId caseId, MeetingId id, InviteeId invitee) {
        return door.change(actor, Action.CALL_TO_PLAN, Action.SEE_WHOLE_PLAN, caseId, () -> {
            if (stores.meetings().keepPlan(caseId).isEmpty()) {
                return new Result.Stale<>();
            }
            var meeting = stores.meetings().lock(caseId, id).orElseThrow(NotFoundException::new);
            var one = stores.invitees().find(id, invitee).orElseThrow(NotFoundException::new);
            var posted = outbox.last(List.of(invitee)).get(invitee.value());
            var facts = facts(caseId);
            if (meeting.state() != Meeting.State.PLANNED
                    || posted == null
                    || posted.state() != Outbox.State.FAILED
                    || one.asked().email().isEmpty()
                    || !stores.lines().allowed(facts).lets(one.asked())) {
                return new Result.Stale<>();
            }
            post(actor, facts, meeting, one);
            return new Result.Done<>(invitee);
        });
    }

    private CaseFacts facts(CaseId id) {
        return stores.cases().facts(id).orElseThrow(NotFoundException::new);
    }
}
