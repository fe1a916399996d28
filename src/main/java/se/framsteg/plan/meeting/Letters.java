package se.framsteg.plan.meeting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.cases.CaseFacts;
import se.framsteg.cases.Participants;
import se.framsteg.cases.Person;
import se.framsteg.organisation.OrganisationRegister;
import se.framsteg.organisation.StaffRegister;
import se.framsteg.plan.MeetingId;
import se.framsteg.plan.meeting.Letter.Guest;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.IdentityNumber;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.Time;

/** The door to summons and invitations on paper. */
@Component
public class Letters {
    private final Guard guard;
    private final Calls.Stores stores;
    private final Outside outside;
    private final Clock clock;

    Letters(Guard guard, Calls.Stores stores, Outside outside, Clock clock) {
        this.guard = guard;
        this.stores = stores;
        this.outside = outside;
        this.clock = clock;
    }

    /** What is needed of other rooms. */
    @Component("outsideOfLetters")
    record Outside(Participants participants, OrganisationRegister organisations, StaffRegister staff) {}

    /** Papers to print, with the number of the case that they belong to. */
    public record Bundle(String caseNumber, List<Letter> letters) {
        public Bundle {
            letters = List.copyOf(letters);
        }
    }

    /** All that the letters of a meeting are made of. */
    private record Gathered(
            MeetingStore.OpenPlan plan,
            Meeting meeting,
            CaseFacts facts,
            Person person,
            Map<OrganisationId, String> names,
            List<Invitee> invited,
            Allowed allowed,
            CallClock.Days days,
            Letter.Sender sender) {}

    /**
     * The papers to those who may be called, or to one of them.
     *
     * @throws NotFoundException if the actor may not send them, it is not a meeting that is ahead, or there is nobody such
     */
    @Transactional
    Bundle of(Actor.Staff actor, CaseId caseId, MeetingId id, Optional<InviteeId> to) {
        guard.permit(actor, Action.CALL_TO_PLAN, caseId).journal(Action.SEE_WHOLE_PLAN);
        var gathered = gathered(actor, caseId, id);
        var letters = gathered.invited().stream()
                .filter(one -> to.isEmpty() || to.get().equals(one.id()))
                .map(one -> letter(one, gathered))
                .toList();
        if (letters.isEmpty()) {
            throw new NotFoundException();
        }
        return new Bundle(gathered.facts().number(), letters);
    }

    private Gathered gathered(Actor.Staff actor, CaseId caseId, MeetingId id) {
        var plan = stores.meetings().plan(caseId).orElseThrow(NotFoundException::new);
        var meeting = stores.meetings()
                .find(caseId, id)
                .filter(one -> one.state() == Meeting.State.PLANNED)
                .orElseThrow(NotFoundException::new);
        var facts = stores.cases().facts(caseId).orElseThrow(NotFoundException::new);
        var allowed = stores.lines().allowed(facts);
        var names = outside.organisations().names(facts.association());
        return new Gathered(
                plan,
                meeting,
                facts,
                outside.participants().see(actor, caseId).person(),
                names,
                stores.invitees().of(id).stream()
                        .filter(one -> allowed.lets(one.asked()))
                        .toList(),
                allowed,
                stores.clocks().of(facts.association()).days(),
                new Letter.Sender(
                        actor.name(),
                        names.getOrDefault(actor.organisation(), ""),
                        outside.staff().email(actor.id()).orElse("")));
    }

    private Letter letter(Invitee one, Gathered of) {
        var today = LocalDate.now(clock);
        var own = of.facts().organisation();
        return new Letter(
                one,
                guest(one, of),
                about(one, of),
                of.plan().kind(),
                within(one, of, today),
                of.meeting(),
                today,
                CallClock.replyBy(of.meeting().planned().on(), today),
                of.names().getOrDefault(own, ""),
                of.sender(),
                one.asked().organisation().filter(own::equals).isPresent(),
                isPerson(one)
                        ? of.invited().stream()
                                .filter(other -> !isPerson(other))
                                .map(other -> guest(other, of))
                                .toList()
                        : List.of(),
                language(one, of.person()));
    }

    private static boolean isPerson(Invitee one) {
        return one.asked().part() == Invitee.Part.PERSON;
    }

    private static Guest guest(Invitee one, Gathered of) {
        return Guest.of(one, isPerson(one) ? name(of) : Lines.called(one, of.names()));
    }

    private static String name(Gathered of) {
        return of.person() instanceof Person.Known known
                ? known.name()
                : of.facts().number();
    }

    private static String about(Invitee one, Gathered of) {
        var asked = one.asked();
        if (asked.brought()
                || Set.of(Invitee.Part.PERSON, Invitee.Part.INTERPRETER).contains(asked.part())) {
            return "";
        }
        var number =
                of.person() instanceof Person.Known known && !known.protection().isProtected()
                        ? known.identity()
                                .filter(_ -> asked.organisation()
                                        .filter(of.allowed()::identity)
                                        .isPresent())
                                .map(IdentityNumber::display)
                        : Optional.<String>empty();
        return number.map(some -> name(of) + ", " + some).orElse(name(of));
    }

    /** Counted from the day that they were told, or from today. */
    private static Optional<Letter.Within> within(Invitee one, Gathered of, LocalDate today) {
        if (one.how() != Invitee.How.SUMMONS) {
            return Optional.empty();
        }
        var from = one.sentAt().map(at -> LocalDate.ofInstant(at, Time.SWEDEN)).orElse(today);
        return CallClock.comeBy(of.plan().kind(), from, of.days())
                .map(last -> new Letter.Within(of.days().samsip(), last));
    }

    /** The person reads in their own language where we write in it. */
    private static String language(Invitee one, Person person) {
        var english = isPerson(one)
                && person instanceof Person.Known known
                && known.language().equals("en");
        return english ? "en" : "sv";
    }
}
