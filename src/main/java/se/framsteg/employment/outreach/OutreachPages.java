package se.framsteg.employment.outreach;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.cases.Result;
import se.framsteg.contact.Contact.Kind;
import se.framsteg.contact.Contact.Phase;
import se.framsteg.contact.Contact.Withdrawal;
import se.framsteg.contact.ContactForm;
import se.framsteg.contact.ContactId;
import se.framsteg.contact.Contacts;
import se.framsteg.employment.employer.ContactOutcome;
import se.framsteg.employment.employer.EmployerId;
import se.framsteg.employment.outreach.EmployerContact.Told;
import se.framsteg.employment.outreach.EmployerContact.Where;
import se.framsteg.employment.outreach.EmployerContacts.Chosen;
import se.framsteg.employment.profile.Fits;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.ui.Fields;

/**
 * A form to log a contact with an employer, made for a phone and to be filled in in seconds: the employer is chosen among those lately met, or
 * searched for, or added by name, and nothing typed is lost on the way. One to change it.
 */
@Controller
class OutreachPages {
    private static final String NEW = "NEW";
    private static final int LONGEST_NAME = 200;

    private static final List<String> ORDER = List.of(
            "employer",
            "query",
            "persons",
            "place",
            "minutes",
            "otherMinutes",
            "outcome",
            "wanted",
            "nextStep",
            "nextOn",
            "phase",
            "day",
            "tookPart",
            "initiative");

    private final EmployerContacts outreach;
    private final Contacts contacts;
    private final Fits fits;
    private final Clock clock;

    OutreachPages(EmployerContacts outreach, Contacts contacts, Fits fits, Clock clock) {
        this.outreach = outreach;
        this.contacts = contacts;
        this.fits = fits;
        this.clock = clock;
    }

    @GetMapping("/employer-contacts/new")
    String blank(
            Actor.Staff actor,
            @RequestParam(name = "case") Optional<CaseId> about,
            @RequestParam Optional<EmployerId> employer,
            @RequestParam Optional<ContactId> after,
            Model model) {
        var offer = outreach.offer(actor, about);
        if (about.filter(id -> !contacts.loggable(actor, id)).isPresent()) {
            return "redirect:/cases/" + about.get() + "/contacts";
        }
        var fields = usual(offer);
        about.ifPresent(id -> fields.with("case", id).with("persons", id));
        employer.ifPresent(id -> fields.with("employer", new Where(id, Optional.empty()).value()));
        after.map(id -> outreach.see(actor, id)).ifPresent(before -> {
            fields.with("after", before.contact().contact().id());
            before.told().ifPresent(told -> fields.with("employer", told.where().value()));
            fields.with("persons", before.contact().contact().people());
        });
        return form(actor, offer, fields, model);
    }

    /** Begun from the last one, which the next is often like. How long it took is always told anew. */
    private Fields usual(EmployerContacts.Offer offer) {
        var fields = Fields.empty().with("id", ContactId.create()).with("day", LocalDate.now(clock));
        fields.with("phase", offer.usual().map(OutreachStore.Usual::phase).orElse(Phase.PLACEMENT));
        offer.usual().flatMap(OutreachStore.Usual::place).ifPresent(place -> fields.with("place", place));
        offer.usual()
                .map(OutreachStore.Usual::initiative)
                .or(() -> offer.contacts().latest().map(latest -> latest.initiative()))
                .ifPresent(initiative -> fields.with("initiative", initiative));
        return fields;
    }

    /** From the log of contacts, with what was typed there, once it is told that it was an employer. */
    @PostMapping(path = "/contacts/new", params = "kind=EMPLOYER")
    String begun(Actor.Staff actor, Fields fields, Model model) {
        if (fields.optionalId("id", ContactId::of).isEmpty()) {
            throw new NotFoundException();
        }
        return form(actor, offer(actor, fields.optionalId("case", CaseId::of)), fields, model);
    }

    @PostMapping("/employer-contacts/new")
    String log(Actor.Staff actor, Fields fields, Model model, RedirectAttributes redirect) {
        var id = fields.optionalId("id", ContactId::of).orElseThrow(NotFoundException::new);
        var about = fields.optionalId("case", CaseId::of);
        var people = fields.ids("persons", CaseId::of);
        if (asks(fields)) {
            return form(actor, offer(actor, about), fields, model);
        }
        var chosen = chosen(fields);
        var details = ContactForm.read(fields, Kind.EMPLOYER);
        var result = result(fields);
        details.faults(people.size(), LocalDate.now(clock)).forEach(fault -> fault.tell(fields));
        result.faults(people.size()).forEach(fault -> fault.tell(fields));
        if (fields.ok()) {
            var initiative = fields.optionalId("initiative", InitiativeId::of);
            var after = fields.optionalId("after", ContactId::of);
            switch (outreach.log(actor, id, people, initiative, details, chosen.orElseThrow(), result, after)) {
                case Result.Done<?> _ -> {
                    redirect.addFlashAttribute("notice", "employer-contact.logged");
                    return "redirect:"
                            + about.map(one -> "/cases/" + one + "/contacts").orElse("/contacts");
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                // Sent, and after going back changed and sent again: it is about something new.
                case Result.Stale<?>() -> fields.with("id", ContactId.create()).fail("contact.saved-already");
            }
        }
        return form(actor, offer(actor, about), fields, model);
    }

    private EmployerContacts.Offer offer(Actor.Staff actor, Optional<CaseId> about) {
        return outreach.offer(actor, about.filter(one -> contacts.loggable(actor, one)));
    }

    /** Whether something is asked before the form is sent: to search, or what the persons want. */
    private static boolean asks(Fields fields) {
        return !fields.value("ask").isEmpty()
                || fields.value("employer").isEmpty()
                        && !fields.value("query").isBlank()
                        && !fields.value("query").equals(fields.value("searched"));
    }

    private static Optional<Chosen> chosen(Fields fields) {
        if (fields.has("employer", NEW)) {
            var name = fields.value("searched").strip();
            if (name.isEmpty() || name.length() > LONGEST_NAME) {
                fields.fail("query", "employer-contact.new.name", LONGEST_NAME);
            }
            return Optional.of(new Chosen.New(name));
        }
        var where = fields.optionalId("employer", Where::of);
        if (where.isEmpty()) {
            fields.fail("employer", "employer-contact.employer.required");
        }
        return where.map(Chosen.Known::new);
    }

    private static EmployerContact.Result result(Fields fields) {
        return new EmployerContact.Result(
                fields.optionalChoice("wanted", Matches.class).flatMap(Matches::told),
                fields.choice("outcome", ContactOutcome.class, "employer-contact.outcome"),
                fields.text("nextStep", EmployerContact.Result.LONGEST),
                fields.optionalDate("nextOn"));
    }

    @GetMapping("/employer-contacts/{id}")
    String see(Actor.Staff actor, @PathVariable ContactId id, Model model) {
        var contact = outreach.see(actor, id);
        var fields = Fields.empty();
        fill(fields, contact);
        return form(actor, contact, fields, model);
    }

    @PostMapping("/employer-contacts/{id}")
    String change(Actor.Staff actor, @PathVariable ContactId id, Fields fields, Model model, RedirectAttributes after) {
        var before = outreach.see(actor, id);
        if (asks(fields)) {
            return form(actor, before, fields, model);
        }
        var persons = before.contact().contact().persons();
        var chosen = chosen(fields);
        var details = ContactForm.read(fields, Kind.EMPLOYER);
        var result = result(fields);
        details.faults(persons, LocalDate.now(clock)).forEach(fault -> fault.tell(fields));
        result.faults(persons).forEach(fault -> fault.tell(fields));
        if (fields.ok()) {
            switch (outreach.change(actor, id, fields.version(), details, chosen.orElseThrow(), result)) {
                case Result.Done<?> _ -> {
                    return done(id, "contact.changed", after);
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                case Result.Stale<?>() -> {
                    return changedMeanwhile(actor, id, fields, model);
                }
            }
        }
        return form(actor, before, fields, model);
    }

    private String changedMeanwhile(Actor.Staff actor, ContactId id, Fields fields, Model model) {
        var now = outreach.see(actor, id);
        var contact = now.contact().contact();
        if (contact.version() == fields.version() || contact.withdrawn().isPresent()) {
            fields.fail("contact.closed-meanwhile");
        } else {
            fields.conflict(written(now), contact.version());
        }
        return form(actor, now, fields, model);
    }

    @PostMapping("/employer-contacts/{id}/withdraw")
    String withdraw(
            Actor.Staff actor, @PathVariable ContactId id, Fields fields, Model model, RedirectAttributes after) {
        var reason = fields.choice("withdrawal", Withdrawal.class, "contact.withdrawal");
        if (fields.ok()) {
            switch (outreach.withdraw(actor, id, fields.version(), reason)) {
                case Result.Done<?> _ -> {
                    return done(id, "contact.withdrawn", after);
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                case Result.Stale<?>() -> fields.fail("contact.not-withdrawn");
            }
        }
        var contact = outreach.see(actor, id);
        fill(fields, contact);
        return form(actor, contact, fields, model);
    }

    @PostMapping("/employer-contacts/{id}/next-done")
    String nextDone(Actor.Staff actor, @PathVariable ContactId id, RedirectAttributes after) {
        outreach.nextDone(actor, id);
        return done(id, "employer-contact.next.settled", after);
    }

    /** What is found while the name is being typed, to be put into the form. */
    @PostMapping("/employer-contacts/found")
    String found(Actor.Staff actor, Fields fields, Model model) {
        model.addAttribute("choices", found(actor, fields.text("query", LONGEST_NAME), List.of()));
        model.addAttribute("fields", fields);
        return "employment/outreach/found";
    }

    private static String done(ContactId id, String notice, RedirectAttributes after) {
        after.addFlashAttribute("notice", notice);
        return "redirect:/employer-contacts/" + id;
    }

    private static void fill(Fields fields, EmployerContact contact) {
        var shown = contact.contact().contact();
        written(contact).forEach(fields::with);
        fields.with("tookPart", shown.details().tookPart()).with("version", shown.version());
    }

    private static Map<String, String> written(EmployerContact contact) {
        var written = new LinkedHashMap<>(
                ContactForm.written(contact.contact().contact().details()));
        var told = contact.told();
        var result = told.map(Told::result);
        written.put("employer", told.map(one -> one.where().value()).orElse(""));
        written.put(
                "wanted",
                Matches.of(result.flatMap(EmployerContact.Result::matches)).name());
        written.put("outcome", result.map(one -> one.outcome().name()).orElse(""));
        written.put("nextStep", result.map(EmployerContact.Result::nextStep).orElse(""));
        written.put(
                "nextOn",
                result.flatMap(EmployerContact.Result::nextOn)
                        .map(LocalDate::toString)
                        .orElse(""));
        return written;
    }

    /** Whom to choose among: those lately met, the one that is chosen, and what has been searched for. */
    private void employers(Actor.Staff actor, List<Choice> lately, Fields fields, Model model) {
        var words = fields.value("query").strip();
        var asked = words.length() <= LONGEST_NAME ? words : "";
        var near = new ArrayList<>(lately);
        fields.optionalId("employer", Where::of)
                .filter(chosen -> near.stream().map(Choice::where).noneMatch(chosen::equals))
                .ifPresent(chosen -> outreach.choices(actor, chosen.employer()).stream()
                        .filter(one -> near.stream().map(Choice::where).noneMatch(one.where()::equals))
                        .forEach(near::addFirst));
        model.addAttribute("near", near);
        model.addAttribute(
                "choices", found(actor, asked, near.stream().map(Choice::where).toList()));
        model.addAttribute("fields", fields);
    }

    /** By value, each with what it is called; last of all a new one by that name, unless there is one. */
    private Map<String, String> found(Actor.Staff actor, String words, List<Where> shown) {
        var choices = new LinkedHashMap<String, String>();
        var found = outreach.search(actor, words);
        found.stream()
                .filter(one -> !shown.contains(one.where()))
                .forEach(one -> choices.put(one.where().value(), one.called()));
        if (!words.isEmpty() && found.stream().noneMatch(one -> one.employer().equalsIgnoreCase(words))) {
            choices.put(NEW, words);
        }
        return choices;
    }

    private void why(Actor.Staff actor, Set<CaseId> people, Fields fields, Model model) {
        var employer = fields.optionalId("employer", Where::of).map(Where::employer);
        model.addAttribute("whys", fits.why(actor, people, employer));
    }

    private String form(Actor.Staff actor, EmployerContacts.Offer offer, Fields fields, Model model) {
        fields.tellInOrder(ORDER);
        employers(actor, offer.lately(), fields, model);
        why(actor, fields.ids("persons", CaseId::of), fields, model);
        model.addAttribute("offer", offer);
        return "employment/outreach/new";
    }

    private String form(Actor.Staff actor, EmployerContact contact, Fields fields, Model model) {
        fields.tellInOrder(ORDER);
        employers(actor, outreach.lately(actor), fields, model);
        why(actor, contact.contact().contact().people(), fields, model);
        model.addAttribute("contact", contact);
        model.addAttribute("allowed", outreach.allowed(actor, contact));
        return "employment/outreach/contact";
    }
}
