package se.framsteg.contact;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.access.Permit;
import se.framsteg.cases.CaseFrame;
import se.framsteg.cases.CaseLists;
import se.framsteg.cases.Listed;
import se.framsteg.cases.Result;
import se.framsteg.cases.Result.Refusal;
import se.framsteg.contact.Contact.Details;
import se.framsteg.contact.Contact.Withdrawal;
import se.framsteg.contact.ContactStore.Days;
import se.framsteg.initiative.InitiativeRegister;
import se.framsteg.organisation.StaffRegister;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.NotFoundException;

/**
 * The door to contacts and other time: to log, change and take back. One contact may be about several persons; whoever changes it must
 * reach each of them, and whoever looks sees those whom they reach. Nothing is deleted: a mistake is withdrawn with a reason. Whom it
 * was about never changes: a contact with the wrong person is withdrawn and logged anew.
 */
@Component
public class Contacts {
    /** Whose cases are offered without being asked for: those met within so many days, and those that ended within as many. */
    private static final int LATELY_DAYS = 60;

    /** More are never offered at once: a caseload has at most some forty. */
    private static final int MOST_OFFERED = 60;

    private final Guard guard;
    private final ContactStore contacts;
    private final CaseLists lists;
    private final InitiativeRegister initiatives;
    private final StaffRegister staff;
    private final List<ContactsGoOn> goOn;
    private final Clock clock;

    Contacts(
            Guard guard,
            ContactStore contacts,
            CaseLists lists,
            InitiativeRegister initiatives,
            StaffRegister staff,
            List<ContactsGoOn> goOn,
            Clock clock) {
        this.guard = guard;
        this.contacts = contacts;
        this.lists = lists;
        this.initiatives = initiatives;
        this.staff = staff;
        this.goOn = goOn;
        this.clock = clock;
    }

    /**
     * What a form to log a contact offers.
     *
     * @param people whom it can be about, the latest met first
     * @param initiatives for which one can work, by name
     * @param latest what was logged last, to begin from
     */
    public record Offer(List<CaseFrame> people, Map<InitiativeId, String> initiatives, Optional<Contact> latest) {
        /** Those offered by id, as they are called; with the number where two are called the same. */
        public Map<String, String> named() {
            var often = people.stream().collect(Collectors.groupingBy(CaseFrame::called, Collectors.counting()));
            var named = new LinkedHashMap<String, String>();
            people.forEach(one -> named.put(
                    one.id().toString(),
                    often.getOrDefault(one.called(), 0L) > 1 ? one.called() + " " + one.number() : one.called()));
            return named;
        }
    }

    /**
     * A contact as it is shown.
     *
     * @param people those it was about whom the reader reaches
     * @param minutes as many as the reader is told of: the whole time of what they logged, and else the parts of those people
     * @param loggedBy the name of who logged it
     */
    public record Shown(Contact contact, List<CaseFrame> people, int minutes, String loggedBy) {}

    /**
     * @param besides a case to offer whether it was met lately or not, if the actor reaches it
     * @throws NotFoundException if the actor has no log
     */
    @Transactional
    public Offer offer(Actor.Staff actor, Optional<CaseId> besides) {
        guard.admit(actor, Action.SEE_CONTACT_LOG, ContactLog.OWN);
        besides.ifPresent(id -> guard.admit(actor, Action.SEE_CONTACTS, id));
        var since = LocalDate.now(clock).minusDays(LATELY_DAYS);
        var seen = contacts.within(actor.id(), besides, since, MOST_OFFERED);
        var frames = lists.show(actor, seen);
        var people = seen.stream()
                .flatMap(trace -> Stream.ofNullable(frames.get(trace.caseId())))
                .filter(frame -> !frame.restricted())
                .toList();
        return new Offer(people, initiatives(actor), contacts.latestBy(actor.id()));
    }

    private Map<InitiativeId, String> initiatives(Actor.Staff actor) {
        var today = LocalDate.now(clock);
        return initiatives.ownedBy(actor.organisation()).stream()
                .filter(one -> one.endsOn().filter(end -> end.isBefore(today)).isEmpty())
                .collect(Collectors.toMap(one -> one.id(), one -> one.name(), (one, _) -> one, LinkedHashMap::new));
    }

    /** Whether the actor may log a contact about this case now. */
    public boolean loggable(Actor.Staff actor, CaseId caseId) {
        return guard.allows(actor, Action.LOG_CONTACT, caseId);
    }

    /**
     * Logs a contact or other time. Logging the same once more changes nothing.
     *
     * @param id a new one; the same when the same form is sent twice
     * @param people whom it was about; all in one initiative
     * @param initiative for which time that is about nobody was worked: of the actor's own organisation
     * @return stale if something else has been saved under the id
     * @throws NotFoundException if the actor has no log
     */
    @Transactional
    public Result<ContactId> log(
            Actor.Staff actor, ContactId id, Set<CaseId> people, Optional<InitiativeId> initiative, Details details) {
        var own = guard.permit(actor, Action.LOG_CONTACT, ContactLog.OWN);
        var permits = permits(actor, Action.LOG_CONTACT, people);
        if (permits.size() < people.size()) {
            return Result.refused("persons", "contact.persons.closed");
        }
        var days = contacts.days(people);
        var refusals = new ArrayList<>(details.faults(people.size(), LocalDate.now(clock)));
        refusals.addAll(faults(details, days));
        var worked = days.stream().map(Days::initiative).distinct().toList();
        if (worked.size() > 1) {
            refusals.add(Refusal.of("persons", "contact.persons.initiatives"));
        }
        var served = worked.stream().findFirst().or(() -> initiative.filter(initiatives(actor)::containsKey));
        if (served.isEmpty()) {
            refusals.add(Refusal.of("initiative", "contact.initiative.required"));
        }
        if (!refusals.isEmpty()) {
            permits.forEach(permit -> permit.journal(Action.SEE_CONTACTS));
            return new Result.Refused<>(refusals);
        }
        contacts.add(id, served.orElseThrow(), details, people, actor.id());
        var saved = contacts.find(id)
                .filter(one -> one.details().equals(details)
                        && one.people().equals(people)
                        && one.withdrawn().isEmpty());
        var done = saved.isPresent();
        permits.forEach(permit -> permit.journal(done ? Action.LOG_CONTACT : Action.SEE_CONTACTS));
        if (people.isEmpty()) {
            own.journal(done ? Action.LOG_CONTACT : Action.SEE_CONTACT_LOG);
        }
        return done ? new Result.Done<>(id) : new Result.Stale<>();
    }

    private List<Permit> permits(Actor.Staff actor, Action action, Set<CaseId> people) {
        return people.stream()
                .flatMap(one -> guard.permitted(actor, action, one).stream())
                .toList();
    }

    /** A day on which one of the cases was not there, and nobody works with that person after its end. */
    private List<Refusal> faults(Details details, List<Days> cases) {
        var faults = new ArrayList<Refusal>();
        cases.stream()
                .map(Days::first)
                .filter(details.day()::isBefore)
                .max(LocalDate::compareTo)
                .ifPresent(first -> faults.add(Refusal.of("day", "contact.day.before-case", first)));
        var over = cases.stream()
                .filter(one -> one.last().filter(details.day()::isAfter).isPresent())
                .toList();
        var goingOn = goingOn(details.day(), over.stream().map(Days::id).toList());
        over.stream()
                .filter(one -> !goingOn.contains(one.id()))
                .flatMap(one -> one.last().stream())
                .min(LocalDate::compareTo)
                .ifPresent(last -> faults.add(Refusal.of("day", "contact.day.after-case", last)));
        return faults;
    }

    private Set<CaseId> goingOn(LocalDate day, List<CaseId> ended) {
        return ended.isEmpty()
                ? Set.of()
                : goOn.stream().flatMap(one -> one.on(day, ended).stream()).collect(Collectors.toSet());
    }

    /**
     * One contact: of the own log, or about somebody whom the actor reaches.
     *
     * @throws NotFoundException if there is none such
     */
    @Transactional
    public Shown see(Actor.Staff actor, ContactId id) {
        return shown(actor, List.of(seen(actor, id))).getFirst();
    }

    private Contact seen(Actor.Staff actor, ContactId id) {
        var contact = contacts.find(id).orElseThrow(NotFoundException::new);
        if (contact.people().isEmpty()) {
            requireOwn(actor, contact);
            guard.admit(actor, Action.SEE_CONTACT_LOG, ContactLog.OWN);
        }
        contact.people().forEach(one -> guard.admit(actor, Action.SEE_CONTACTS, one));
        return contact;
    }

    private static void requireOwn(Actor.Staff actor, Contact contact) {
        if (!contact.loggedBy().equals(actor.id())) {
            throw new NotFoundException();
        }
    }

    /** Contacts of which the looks have been journaled, with the names of others than that look was about. */
    private List<Shown> shown(Actor.Staff actor, Collection<Contact> found) {
        var people = found.stream().flatMap(one -> one.people().stream()).collect(Collectors.toSet());
        var frames = lists.show(actor, contacts.traces(people));
        var names = staff.names(found.stream().map(Contact::loggedBy).toList());
        return found.stream()
                .map(one -> new Shown(
                        one,
                        one.people().stream()
                                .flatMap(id -> Stream.ofNullable(frames.get(id)))
                                .sorted(Comparator.comparing(CaseFrame::called))
                                .toList(),
                        one.minutesFor(actor.id()),
                        names.getOrDefault(one.loggedBy(), "")))
                .toList();
    }

    /**
     * The contacts about one case, newest first, withdrawn ones too.
     *
     * @param page from 1
     * @throws NotFoundException if the actor may not see them
     */
    @Transactional
    public Listed<Shown> ofCase(Actor.Staff actor, CaseId caseId, int page) {
        guard.admit(actor, Action.SEE_CONTACTS, caseId);
        var found = Listed.of(contacts.ofCase(caseId, Listed.SIZE + 1, Listed.offset(page)), Math.max(1, page));
        return new Listed<>(shown(actor, found.rows()), found.number(), found.more());
    }

    /** What the actor has logged of these days, newest first. For the door of the month, which has admitted the look. */
    List<Shown> logged(Actor.Staff actor, LocalDate from, LocalDate to) {
        return shown(actor, contacts.loggedBy(actor.id(), from, to));
    }

    /**
     * What the actor may do with a contact that they see: change it if it is theirs, take it back. Others than whoever logged it are offered
     * to take it back whether they reach all whom it was about or not: what is offered must not tell whether there is somebody else.
     */
    public record Allowed(boolean own, boolean change, boolean withdraw) {}

    @Transactional
    public Allowed allowed(Actor.Staff actor, Contact contact) {
        var own = contact.loggedBy().equals(actor.id());
        var open = contact.withdrawn().isEmpty()
                && (own ? contacts.whole(contact.id()) : contact.persons() > 0)
                && contact.people().stream().allMatch(one -> guard.allows(actor, Action.CHANGE_CONTACT, one));
        return new Allowed(own, open && own, open);
    }

    /**
     * Changes a contact of the own log; never whom it was about.
     *
     * @param version as it was when the change was made up
     * @return stale if it has been changed or withdrawn, or can't be changed by the actor any longer
     * @throws NotFoundException if there is none such
     */
    @Transactional
    public Result<ContactId> change(Actor.Staff actor, ContactId id, int version, Details details) {
        return changing(actor, id, Allowed::change, contact -> {
            var refusals = new ArrayList<>(details.faults(contact.persons(), LocalDate.now(clock)));
            refusals.addAll(faults(details, contacts.days(contact.people())));
            if (!refusals.isEmpty()) {
                return new Result.Refused<>(refusals);
            }
            return contacts.change(id, version, details) ? new Result.Done<>(id) : new Result.Stale<>();
        });
    }

    /**
     * Takes back what was logged by mistake. It stays readable, with the reason.
     *
     * @return stale if it has been changed or withdrawn, or can't be changed by the actor any longer, or was about somebody whom they do
     *     not reach: these are not told apart
     * @throws NotFoundException if there is none such
     */
    @Transactional
    public Result<ContactId> withdraw(Actor.Staff actor, ContactId id, int version, Withdrawal reason) {
        return changing(
                actor,
                id,
                Allowed::withdraw,
                contact -> contacts.withdraw(contact.id(), version, reason, actor.id())
                        ? new Result.Done<>(id)
                        : new Result.Stale<>());
    }

    private Result<ContactId> changing(
            Actor.Staff actor, ContactId id, Predicate<Allowed> allowed, Function<Contact, Result<ContactId>> work) {
        var contact = seen(actor, id);
        if (!allowed.test(allowed(actor, contact))) {
            return new Result.Stale<>();
        }
        var result = work.apply(contact);
        if (result instanceof Result.Done<ContactId>) {
            permits(actor, Action.CHANGE_CONTACT, contact.people())
                    .forEach(permit -> permit.journal(Action.CHANGE_CONTACT));
            if (contact.people().isEmpty()) {
                guard.admit(actor, Action.CHANGE_CONTACT, ContactLog.OWN);
            }
        }
        return result;
    }
}
