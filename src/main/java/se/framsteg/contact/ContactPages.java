package se.framsteg.contact;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.cases.Cases;
import se.framsteg.cases.Result;
import se.framsteg.contact.Contact.Kind;
import se.framsteg.contact.Contact.With;
import se.framsteg.contact.Contact.Withdrawal;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.ui.Fields;

/** One form to log a contact, made for a phone and a day with many; one to change it, and the contacts of a case. */
@Controller
class ContactPages {
    private static final List<String> ORDER = List.of(
            "persons", "kind", "place", "minutes", "otherMinutes", "phase", "day", "initiative", "tookPart", "missed");

    private final Contacts contacts;
    private final Cases cases;
    private final List<FullerContact> fuller;
    private final Clock clock;

    ContactPages(Contacts contacts, Cases cases, List<FullerContact> fuller, Clock clock) {
        this.contacts = contacts;
        this.cases = cases;
        this.fuller = fuller;
        this.clock = clock;
    }

    @GetMapping("/contacts/new")
    String blank(Actor.Staff actor, @RequestParam(name = "case") Optional<CaseId> about, Model model) {
        var offer = contacts.offer(actor, about);
        if (about.filter(id -> !contacts.loggable(actor, id)).isPresent()) {
            return "redirect:/cases/" + about.get() + "/contacts";
        }
        var fields = Fields.empty().with("id", ContactId.create()).with("day", LocalDate.now(clock));
        about.ifPresent(id -> fields.with("case", id).with("persons", id));
        // Begun from the last one, which the next is often like. How long it took is always told anew.
        var kind = offer.latest()
                .map(latest -> latest.details().kind())
                .filter(latest ->
                        latest.with() != With.OWN_TIME && fuller(latest).isEmpty())
                .orElse(Kind.WITH_PERSON);
        fields.with("kind", kind);
        offer.latest().ifPresent(latest -> {
            fields.with("place", latest.details().place().map(Enum::name).orElse(""));
            fields.with("phase", latest.details().phase());
            fields.with("initiative", latest.initiative());
        });
        return form(offer, fields, model);
    }

    @PostMapping("/contacts/new")
    String log(Actor.Staff actor, Fields fields, Model model, RedirectAttributes after) {
        var id = fields.optionalId("id", ContactId::of).orElseThrow(NotFoundException::new);
        var about = fields.optionalId("case", CaseId::of);
        var people = fields.ids("persons", CaseId::of);
        var details = ContactForm.read(fields, fields.choice("kind", Kind.class, "contact.kind"));
        details.faults(people.size(), LocalDate.now(clock)).forEach(fault -> fault.tell(fields));
        if (fields.ok()) {
            switch (contacts.log(actor, id, people, fields.optionalId("initiative", InitiativeId::of), details)) {
                case Result.Done<?> _ -> {
                    return done(about, "contact.logged", after);
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                // Sent, and after going back changed and sent again: it is about something new.
                case Result.Stale<?>() -> fields.with("id", ContactId.create()).fail("contact.saved-already");
            }
        }
        return form(contacts.offer(actor, about.filter(one -> contacts.loggable(actor, one))), fields, model);
    }

    @GetMapping("/contacts/{id}")
    String see(Actor.Staff actor, @PathVariable ContactId id, Model model) {
        var shown = contacts.see(actor, id);
        var kept = kept(actor, shown);
        if (kept.isPresent()) {
            return "redirect:" + kept.get();
        }
        var fields = Fields.empty().with("version", shown.contact().version());
        ContactForm.fill(fields, shown.contact().details());
        return form(actor, shown, fields, model);
    }

    @PostMapping("/contacts/{id}")
    String change(Actor.Staff actor, @PathVariable ContactId id, Fields fields, Model model, RedirectAttributes after) {
        var before = contacts.see(actor, id);
        var kept = kept(actor, before);
        if (kept.isPresent()) {
            return "redirect:" + kept.get();
        }
        var details = ContactForm.read(fields, fields.choice("kind", Kind.class, "contact.kind"));
        details.faults(before.contact().persons(), LocalDate.now(clock)).forEach(fault -> fault.tell(fields));
        if (fields.ok()) {
            switch (contacts.change(actor, id, fields.version(), details)) {
                case Result.Done<?> _ -> {
                    return done(Optional.empty(), "contact.changed", after);
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                case Result.Stale<?>() -> {
                    return changedMeanwhile(actor, id, fields, model);
                }
            }
        }
        return form(actor, before, fields, model);
    }

    @PostMapping("/contacts/{id}/withdraw")
    String withdraw(
            Actor.Staff actor, @PathVariable ContactId id, Fields fields, Model model, RedirectAttributes after) {
        var reason = fields.choice("withdrawal", Withdrawal.class, "contact.withdrawal");
        if (fields.ok()) {
            switch (contacts.withdraw(actor, id, fields.version(), reason)) {
                case Result.Done<?> _ -> {
                    after.addFlashAttribute("notice", "contact.withdrawn");
                    return "redirect:/contacts/" + id;
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                case Result.Stale<?>() -> fields.fail("contact.not-withdrawn");
            }
        }
        var shown = contacts.see(actor, id);
        ContactForm.fill(fields, shown.contact().details());
        return form(actor, shown, fields.with("version", shown.contact().version()), model);
    }

    private Optional<FullerContact> fuller(Kind kind) {
        return fuller.stream().filter(one -> one.kind() == kind).findFirst();
    }

    /** Where the contact is told, if more is kept of it than here. */
    private Optional<String> kept(Actor.Staff actor, Contacts.Shown shown) {
        var id = shown.contact().id();
        return fuller(shown.contact().details().kind())
                .filter(one -> one.keeps(actor, id))
                .map(one -> one.path(id));
    }

    @GetMapping("/cases/{caseId}/contacts")
    String ofCase(
            Actor.Staff actor, @PathVariable CaseId caseId, @RequestParam(defaultValue = "1") int page, Model model) {
        model.addAttribute("contacts", contacts.ofCase(actor, caseId, page));
        model.addAttribute("frame", cases.frame(actor, caseId));
        return "contact/contacts";
    }

    private String changedMeanwhile(Actor.Staff actor, ContactId id, Fields fields, Model model) {
        var now = contacts.see(actor, id);
        if (now.contact().version() == fields.version()
                || now.contact().withdrawn().isPresent()) {
            fields.fail("contact.closed-meanwhile");
        } else {
            fields.conflict(
                    ContactForm.written(now.contact().details()), now.contact().version());
        }
        return form(actor, now, fields, model);
    }

    private static String done(Optional<CaseId> about, String notice, RedirectAttributes after) {
        after.addFlashAttribute("notice", notice);
        return "redirect:" + about.map(id -> "/cases/" + id + "/contacts").orElse("/contacts");
    }

    private static String form(Contacts.Offer offer, Fields fields, Model model) {
        fields.tellInOrder(ORDER);
        model.addAttribute("offer", offer);
        model.addAttribute("people", offer.named());
        model.addAttribute("fields", fields);
        return "contact/new";
    }

    private String form(Actor.Staff actor, Contacts.Shown shown, Fields fields, Model model) {
        fields.tellInOrder(ORDER);
        model.addAttribute("shown", shown);
        model.addAttribute("allowed", contacts.allowed(actor, shown.contact()));
        model.addAttribute(
                "more",
                fuller(shown.contact().details().kind())
                        .map(one -> one.path(shown.contact().id())));
        model.addAttribute("fields", fields);
        return "contact/contact";
    }
}
