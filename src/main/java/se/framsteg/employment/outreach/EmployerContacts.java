package se.framsteg.employment.outreach;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.cases.Result;
import se.framsteg.cases.Result.Refusal;
import se.framsteg.contact.Contact;
import se.framsteg.contact.Contact.Kind;
import se.framsteg.contact.Contact.Withdrawal;
import se.framsteg.contact.ContactId;
import se.framsteg.contact.Contacts;
import se.framsteg.employment.employer.Employer;
import se.framsteg.employment.employer.EmployerId;
import se.framsteg.employment.employer.EmployerParts;
import se.framsteg.employment.employer.EmployerRow;
import se.framsteg.employment.employer.EmployerSearch;
import se.framsteg.employment.employer.Employers;
import se.framsteg.employment.employer.NobodyInWords;
import se.framsteg.employment.employer.Workplace;
import se.framsteg.employment.outreach.EmployerContact.Told;
import se.framsteg.employment.outreach.EmployerContact.Where;
import se.framsteg.employment.outreach.OutreachStore.Kept;
import se.framsteg.employment.outreach.OutreachStore.Usual;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.NotFoundException;

/**
 * The door to contacts with employers: each is a contact of the coach's log, see {@link Contacts}, and what is kept beside it. Both are saved
 * in one transaction, and changed and taken back by the same rules.
 */
@Component
public class EmployerContacts {
    private static final int MOST_LATELY_MET = 6;
    private static final int MOST_FOUND = 8;
    private static final int MOST_WORKPLACES = 5;

    private final Guard guard;
    private final Contacts contacts;
    private final Employers employers;
    private final EmployerParts parts;
    private final OutreachStore store;
    private final NobodyInWords nobody;
    private final Clock clock;

    EmployerContacts(
            Guard guard,
            Contacts contacts,
            Employers employers,
            EmployerParts parts,
            OutreachStore store,
            NobodyInWords nobody,
            Clock clock) {
        this.guard = guard;
        this.contacts = contacts;
        this.employers = employers;
        this.parts = parts;
        this.store = store;
        this.nobody = nobody;
        this.clock = clock;
    }

    /**
     * What a form to log one offers.
     *
     * @param lately those met last
     * @param usual how the last one was
     */
    public record Offer(Contacts.Offer contacts, List<Choice> lately, Optional<Usual> usual) {}

    /**
     * @param besides a case to offer whether it was met lately or not
     * @throws NotFoundException if the actor has no log
     */
    @Transactional
    public Offer offer(Actor.Staff actor, Optional<CaseId> besides) {
        var offer = contacts.offer(actor, besides);
        return new Offer(offer, lately(actor), store.usual(actor.id()));
    }

    /** Those whom the actor has met last. */
    @Transactional
    public List<Choice> lately(Actor.Staff actor) {
        requireRegister(actor);
        return store.latelyMet(actor.id(), MOST_LATELY_MET);
    }

    private void requireRegister(Actor.Staff actor) {
        if (!employers.shared(actor)) {
            throw new NotFoundException();
        }
    }

    /** Those of such a name or number, or one like it, each followed by its workplaces. */
    @Transactional
    public List<Choice> search(Actor.Staff actor, String words) {
        requireRegister(actor);
        if (words.isBlank()) {
            return List.of();
        }
        var found = new LinkedHashMap<EmployerId, Employer>();
        Stream.concat(
                        employers.list(actor, EmployerSearch.of(words), 1).rows().stream()
                                .map(EmployerRow::employer),
                        employers.alike(actor, EmployerId.create(), words, Optional.empty()).stream())
                .limit(MOST_FOUND)
                .forEach(one -> found.put(one.id(), one));
        return found.values().stream().flatMap(one -> choices(actor, one)).toList();
    }

    private Stream<Choice> choices(Actor.Staff actor, Employer employer) {
        var name = employer.details().name();
        return Stream.concat(
                Stream.of(new Choice(new Where(employer.id(), Optional.empty()), name, Optional.empty())),
                parts.workplaces(actor, employer.id()).stream()
                        .limit(MOST_WORKPLACES)
                        .map(one -> new Choice(
                                new Where(employer.id(), Optional.of(one.id())),
                                name,
                                Optional.of(one.details().name()))));
    }

    /** An employer that was chosen elsewhere with its workplaces; none if it is not in the register. */
    @Transactional
    public List<Choice> choices(Actor.Staff actor, EmployerId id) {
        return choices(actor, employers.see(actor, id)).toList();
    }

    /** With which employer it was. */
    public sealed interface Chosen {
        record Known(Where where) implements Chosen {}

        /** One that is added to the register by its name. */
        record New(String name) implements Chosen {}
    }

    /**
     * Logs a contact with an employer. Logging the same once more changes nothing.
     *
     * @param id a new one; the same when the same form is sent twice
     * @param people whom it was about; all in one initiative
     * @param initiative for which it was, if it was about nobody
     * @param details of the kind {@code EMPLOYER}
     * @param after the contact of which this was the next step
     * @return stale if something else has been saved under the id
     * @throws NotFoundException if the actor has no log, or the employer is not in the register
     */
    @Transactional
    public Result<ContactId> log(
            Actor.Staff actor,
            ContactId id,
            Set<CaseId> people,
            Optional<InitiativeId> initiative,
            Contact.Details details,
            Chosen chosen,
            EmployerContact.Result result,
            Optional<ContactId> after) {
        requireEmployer(details);
        var refusals = faults(actor, people.size(), chosen, result);
        if (!refusals.isEmpty()) {
            return new Result.Refused<>(refusals);
        }
        var logged = contacts.log(actor, id, people, initiative, details);
        if (!(logged instanceof Result.Done<ContactId>)) {
            return logged;
        }
        var told = new Told(where(actor, id, chosen), result);
        store.add(id, told);
        var saved = store.find(id).map(Kept::told).filter(told::equals);
        if (saved.isEmpty()) {
            return new Result.Stale<>();
        }
        after.ifPresent(one -> nextDone(actor, one));
        return logged;
    }

    private static void requireEmployer(Contact.Details details) {
        if (details.kind() != Kind.EMPLOYER) {
            throw new IllegalArgumentException("a contact with an employer");
        }
    }

    private List<Refusal> faults(Actor.Staff actor, int persons, Chosen chosen, EmployerContact.Result result) {
        requireRegister(actor);
        var faults = new ArrayList<>(result.faults(persons));
        faults.addAll(nobody.faults(actor, Map.of("nextStep", result.nextStep())));
        switch (chosen) {
            case Chosen.Known(var where) -> {
                if (where.workplace()
                        .filter(one -> parts.workplaces(actor, where.employer()).stream()
                                .map(Workplace::id)
                                .noneMatch(one::equals))
                        .isPresent()) {
                    faults.add(Refusal.of("employer", "employer-contact.employer.gone"));
                }
            }
            case Chosen.New(var name) -> faults.addAll(nobody.faults(actor, Map.of("query", name)));
        }
        return faults;
    }

    /** The employer as what it is known as; one that is new is added, under an id of its own for each contact. */
    private Where where(Actor.Staff actor, ContactId id, Chosen chosen) {
        return switch (chosen) {
            case Chosen.Known(var where) -> new Where(employers.head(actor, where.employer()), where.workplace());
            case Chosen.New(var name) -> {
                var employer =
                        new EmployerId(UUID.nameUUIDFromBytes((id + "\n" + name).getBytes(StandardCharsets.UTF_8)));
                // Which others there are like it was shown when it was searched for. Sent twice it is there already.
                employers.register(actor, employer, Employer.Details.named(name), true);
                yield new Where(employer, Optional.empty());
            }
        };
    }

    /**
     * One contact with an employer: of the own log, or about somebody whom the actor reaches.
     *
     * @throws NotFoundException if there is none such
     */
    @Transactional
    public EmployerContact see(Actor.Staff actor, ContactId id) {
        var shown = contacts.see(actor, id);
        if (shown.contact().details().kind() != Kind.EMPLOYER) {
            throw new NotFoundException();
        }
        var kept = store.find(id);
        return new EmployerContact(shown, kept.map(Kept::told), store.called(id), kept.flatMap(Kept::nextDone));
    }

    /** Whether more is kept of a contact that the actor has been let in to. */
    @Transactional
    public boolean keeps(Actor.Staff actor, ContactId id) {
        return store.exists(id);
    }

    @Transactional
    public Contacts.Allowed allowed(Actor.Staff actor, EmployerContact contact) {
        return contacts.allowed(actor, contact.contact().contact());
    }

    /**
     * Changes a contact of the own log, or tells of one with which employer it was; never whom it was about.
     *
     * @param version of the contact, as it was when the change was made up
     * @return stale if it has been changed or withdrawn, or can't be changed by the actor any longer
     * @throws NotFoundException if there is none such
     */
    @Transactional
    public Result<ContactId> change(
            Actor.Staff actor,
            ContactId id,
            int version,
            Contact.Details details,
            Chosen chosen,
            EmployerContact.Result result) {
        requireEmployer(details);
        var before = see(actor, id).contact().contact();
        var refusals = faults(actor, before.persons(), chosen, result);
        if (!refusals.isEmpty()) {
            return new Result.Refused<>(refusals);
        }
        var changed = contacts.change(actor, id, version, details);
        if (changed instanceof Result.Done<ContactId>) {
            var told = new Told(where(actor, id, chosen), result);
            store.add(id, told);
            store.change(id, told);
        }
        return changed;
    }

    /**
     * Takes back what was logged by mistake, see {@link Contacts#withdraw}.
     *
     * @throws NotFoundException if there is none such
     */
    @Transactional
    public Result<ContactId> withdraw(Actor.Staff actor, ContactId id, int version, Withdrawal reason) {
        see(actor, id);
        return contacts.withdraw(actor, id, version, reason);
    }

    /** Tells that what was next has been done; nothing happens if it is told already, or is not the actor's to tell. */
    @Transactional
    public void nextDone(Actor.Staff actor, ContactId id) {
        var contact = see(actor, id);
        if (allowed(actor, contact).change() && store.done(id, actor.id(), LocalDate.now(clock))) {
            contact.contact().contact().people().forEach(one -> guard.admit(actor, Action.CHANGE_CONTACT, one));
        }
    }
}
