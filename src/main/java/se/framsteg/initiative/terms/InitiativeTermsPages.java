package se.framsteg.initiative.terms;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.initiative.FreeWords;
import se.framsteg.initiative.Kronor;
import se.framsteg.shared.ChangedMeanwhileException;
import se.framsteg.shared.InitiativeId;
import se.framsteg.ui.Fields;

/** What was applied for and agreed on: the page, and its form. */
@Controller
@RequestMapping("/initiatives/{id}/terms")
class InitiativeTermsPages {
    private final InitiativeTerms terms;

    InitiativeTermsPages(InitiativeTerms terms) {
        this.terms = terms;
    }

    @GetMapping
    String see(Actor.Staff actor, @PathVariable InitiativeId id, Model model) {
        model.addAttribute("view", terms.see(actor, id));
        return "initiative/terms/terms";
    }

    @GetMapping("/edit")
    String edit(Actor.Staff actor, @PathVariable InitiativeId id, Model model) {
        var view = terms.toChange(actor, id);
        var fields = Fields.empty().with("version", view.version());
        written(view.terms()).forEach(fields::with);
        return form(view, fields, model);
    }

    @PostMapping("/edit")
    String edit(
            Actor.Staff actor, @PathVariable InitiativeId id, Fields fields, Model model, RedirectAttributes after) {
        var now = terms.toChange(actor, id);
        var typed = read(fields);
        if (fields.ok()) {
            try {
                terms.save(actor, id, typed, fields.version());
                after.addFlashAttribute("notice", "form.saved");
                return "redirect:/initiatives/" + id + "/terms";
            } catch (ChangedMeanwhileException e) {
                var saved = terms.toChange(actor, id);
                fields.conflict(written(saved.terms()), saved.version());
            }
        }
        return form(now, fields, model);
    }

    private static Terms read(Fields fields) {
        var terms = new Terms(
                FreeWords.read(fields, "background", Terms.LONGEST_TEXT),
                FreeWords.read(fields, "purpose", Terms.LONGEST_TEXT),
                FreeWords.read(fields, "method", Terms.LONGEST_TEXT),
                Kronor.read(fields, "sum"),
                fields.optionalDate("applied"),
                fields.optionalDate("decided"),
                FreeWords.read(fields, "decision", Terms.LONGEST_REFERENCE),
                fields.optionalDate("agreed"),
                FreeWords.read(fields, "agreement", Terms.LONGEST_REFERENCE));
        if (terms.decidedBeforeApplied()) {
            fields.fail("decided", "terms.decided-before-applied");
        }
        return terms;
    }

    private static Map<String, String> written(Terms terms) {
        var written = new HashMap<String, String>();
        written.put("background", terms.background());
        written.put("purpose", terms.purpose());
        written.put("method", terms.method());
        written.put("sum", Kronor.typed(terms.sum()));
        written.put("applied", day(terms.appliedOn()));
        written.put("decided", day(terms.decidedOn()));
        written.put("decision", terms.decision());
        written.put("agreed", day(terms.agreedOn()));
        written.put("agreement", terms.agreement());
        return written;
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }

    private static String form(InitiativeTerms.View view, Fields fields, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("fields", fields);
        return "initiative/terms/form";
    }
}
