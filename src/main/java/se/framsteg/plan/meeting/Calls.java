package se.framsteg.plan.meeting;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.cases.CaseDoor;
import se.framsteg.cases.CaseFacts;
import se.framsteg.cases.Cases;
import se.framsteg.cases.Participants;
import se.framsteg.cases.Person;
import se.framsteg.cases.Result;
import se.framsteg.notification.Outbox;
import se.framsteg.notification.carrier.Attachment;
import se.framsteg.notification.carrier.Message;
import se.framsteg.organisation.OrganisationRegister;
import se.framsteg.organisation.StaffRegister;
import se.framsteg.plan.MeetingId;
import se.framsteg.plan.Plan;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.IdentityNumber;
import se.framsteg.shared.NotFoundException;
import se.framsteg.ui.Addresses;
import se.framsteg.ui.Texts;

/**
 * The door to sending summons and invitations: from when it is done the clocks run. What tells of the person stands on paper alone; an
 * e-mail says that there is a meeting, when, and where one signs in.
 */
@Component
public class Calls {
    private final Guard guard;
    private final CaseDoor door;
    private final Stores stores;
    private final Outside outside;
    private final Outbox outbox;
    private final Clock clock;

    Calls(Guard guard, CaseDoor door, Stores stores, Outside outside, Outbox outbox, Clock clock) {
        this.guard = guard;
        this.door = door;
        this.stores = stores;
        this.outside = outside;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Where it all is kept. */
    @Component
    record Stores(MeetingStore meetings, InviteeStore invitees, Lines lines, Clocks clocks) {}

    /** What is needed of other rooms. */
    @Component
    record Outside(
            Cases cases,
            Participants participants,
            OrganisationRegister organisations,
            StaffRegister staff,
            MessageSource messages,
            Addresses addresses) {}

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

    private void post(Actor.Staff actor, CaseFacts facts, Meeting meeting, Invitee invitee) {
        if (!invitee.asked().email().isEmpty() && outbox.obstacle().isEmpty()) {
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
        var file = new Attachment("mote.ics", CalendarFile.TYPE, calendar(meeting));
        return new Message(texts.of("plan.mail.subject"), text, Optional.empty(), Optional.of(file));
    }

    private byte[] calendar(Meeting meeting) {
        var texts = new Texts(outside.messages(), Locale.of("sv"));
        return CalendarFile.of(meeting, texts.of("plan.calendar.summary"), clock.instant());
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

    /**
     * What stands on one paper, gathered so that no transaction lasts while it is printed.
     *
     * @param to the organisation or the name
     * @param about the person's name, with the identity number where the recipient may have it; empty to those who are told the day and
     *     the place alone
     * @param days within which a called party is to come, where that has been agreed on; 0 otherwise
     * @param from the organisation that calls
     * @param by who there
     * @param language in which it is written, as in {@link se.framsteg.ui.Language}
     */
    public record Letter(
            Invitee invitee,
            String to,
            String about,
            Plan.Kind plan,
            int days,
            Meeting meeting,
            String from,
            String by,
            String language) {
        public boolean summons() {
            return invitee.how() == Invitee.How.SUMMONS;
        }

        public boolean toPerson() {
            return invitee.asked().part() == Invitee.Part.PERSON;
        }

        /** Whether it tells what it is about. */
        public boolean tells() {
            return toPerson() || !about.isEmpty();
        }

        @Override
        public String toString() {
            return invitee.toString();
        }
    }

    /** Papers to print, with the number of the case that they belong to. */
    public record Letters(String caseNumber, List<Letter> letters) {
        public Letters {
            letters = List.copyOf(letters);
        }
    }

    /**
     * The papers to those who may be called, or to one of them.
     *
     * @throws NotFoundException if the actor may not send them, it is not a meeting that is ahead, or there is nobody such
     */
    @Transactional
    Letters letters(Actor.Staff actor, CaseId caseId, MeetingId id, Optional<InviteeId> to) {
        guard.permit(actor, Action.CALL_TO_PLAN, caseId).journal(Action.SEE_WHOLE_PLAN);
        var plan = stores.meetings().plan(caseId).orElseThrow(NotFoundException::new);
        var meeting = ahead(caseId, id);
        var facts = facts(caseId);
        var allowed = stores.lines().allowed(facts);
        var person = outside.participants().see(actor, caseId).person();
        var names = outside.organisations().names(facts.association());
        var by = outside.staff().names(List.of(actor.id())).getOrDefault(actor.id(), "");
        var days = plan.kind() == Plan.Kind.SAMSIP
                ? stores.clocks().of(facts.association()).days().samsip()
                : 0;
        var letters = stores.invitees().of(id).stream()
                .filter(one -> to.isEmpty() || to.get().equals(one.id()))
                .filter(one -> allowed.lets(one.asked()))
                .map(one -> new Letter(
                        one,
                        one.asked().part() == Invitee.Part.PERSON ? name(person, facts) : Lines.called(one, names),
                        about(one, person, facts, allowed),
                        plan.kind(),
                        days,
                        meeting,
                        names.getOrDefault(facts.organisation(), ""),
                        by,
                        language(one, person)))
                .toList();
        if (letters.isEmpty()) {
            throw new NotFoundException();
        }
        return new Letters(facts.number(), letters);
    }

    private static String name(Person person, CaseFacts facts) {
        return person instanceof Person.Known known ? known.name() : facts.number();
    }

    private static String about(Invitee one, Person person, CaseFacts facts, Allowed allowed) {
        var asked = one.asked();
        if (asked.brought()
                || Set.of(Invitee.Part.PERSON, Invitee.Part.INTERPRETER).contains(asked.part())) {
            return "";
        }
        var number = person instanceof Person.Known known && !known.protection().isProtected()
                ? known.identity()
                        .filter(_ ->
                                asked.organisation().filter(allowed::identity).isPresent())
                        .map(IdentityNumber::display)
                : Optional.<String>empty();
        return number.map(some -> name(person, facts) + ", " + some).orElse(name(person, facts));
    }

    /** The person reads in their own language where we write in it. */
    private static String language(Invitee one, Person person) {
        var english = one.asked().part() == Invitee.Part.PERSON
                && person instanceof Person.Known known
                && known.language().equals("en");
        return english ? "en" : "sv";
    }

    /**
     * The meeting as a calendar file.
     *
     * @throws NotFoundException if the actor may not send it, or it is not a meeting that is ahead
     */
    @Transactional
    byte[] calendarFile(Actor.Staff actor, CaseId caseId, MeetingId id) {
        guard.permit(actor, Action.CALL_TO_PLAN, caseId).journal(Action.SEE_WHOLE_PLAN);
        return calendar(ahead(caseId, id));
    }

    private Meeting ahead(CaseId caseId, MeetingId id) {
        return stores.meetings()
                .find(caseId, id)
                .filter(one -> one.state() == Meeting.State.PLANNED)
                .orElseThrow(NotFoundException::new);
    }

    private CaseFacts facts(CaseId id) {
        return outside.cases().facts(id).orElseThrow(NotFoundException::new);
    }
}
