package se.framsteg.consultation;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.TeamId;
import se.framsteg.ui.Fields;

/** Asking a team, answering, and how many questions there have been. */
@Controller
class ConsultationPages {
    private final Consultations consultations;
    private final ConsultationCounts counts;

    ConsultationPages(Consultations consultations, ConsultationCounts counts) {
        this.consultations = consultations;
        this.counts = counts;
    }

    @GetMapping("/consultations")
    String list(Actor.Staff actor, Model model) {
        model.addAttribute("overview", consultations.overview(actor));
        return "consultation/consultations";
    }

    @GetMapping("/consultations/counts")
    String counts(Actor.Staff actor, Model model) {
        model.addAttribute("view", counts.see(actor));
        return "consultation/counts";
    }

    @GetMapping("/consultations/new")
    String form(Actor.Staff actor, @RequestParam(defaultValue = "") String team, Model model) {
        return form(actor, Fields.empty().with("id", ConsultationId.create()).with("team", team), model);
    }

    private String form(Actor.Staff actor, Fields fields, Model model) {
        model.addAttribute("teams", consultations.askable(actor));
        model.addAttribute("fields", fields);
        return "consultation/ask";
    }

    @PostMapping("/consultations/new")
    String ask(Actor.Staff actor, Fields fields, Model model, RedirectAttributes after) {
        consultations.askable(actor);
        var id = fields.optionalId("id", ConsultationId::of).orElseThrow(NotFoundException::new);
        var team = fields.optionalId("team", TeamId::of);
        if (team.isEmpty()) {
            fields.fail("team", "consultation.team.required");
        }
        var question = fields.required("question", 4000, "consultation.question");
        fields.refuse("question", consultations.identifying(actor, question), "consultation.identifying");
        if (fields.ok()) {
            switch (consultations.ask(actor, id, team.orElseThrow(), question)) {
                case Consultations.Written.Done(var asked) -> {
                    after.addFlashAttribute("notice", "consultation.asked");
                    return "redirect:/consultations/" + asked;
                }
                case Consultations.Written.Refused(var found) ->
                    fields.refuse("question", found, "consultation.identifying");
                case Consultations.Written.Closed() -> throw new IllegalStateException("a new one is open");
            }
        }
        return form(actor, fields, model);
    }

    @GetMapping("/consultations/{id}")
    String see(Actor.Staff actor, @PathVariable ConsultationId id, Model model) {
        return page(actor, id, Fields.empty().with("answerId", UUID.randomUUID()), model);
    }

    private String page(Actor.Staff actor, ConsultationId id, Fields fields, Model model) {
        model.addAttribute("consultation", consultations.see(actor, id));
        model.addAttribute("fields", fields);
        return "consultation/consultation";
    }

    @PostMapping("/consultations/{id}/answers")
    String answer(
            Actor.Staff actor, @PathVariable ConsultationId id, Fields fields, Model model, RedirectAttributes after) {
        consultations.see(actor, id);
        var text = fields.required("answer", 4000, "consultation.answer");
        if (fields.ok()) {
            var answer = fields.optionalId("answerId", UUID::fromString).orElseGet(UUID::randomUUID);
            switch (consultations.answer(actor, id, answer, text)) {
                case Consultations.Written.Done _ -> {
                    after.addFlashAttribute("notice", "consultation.answered");
                    return "redirect:/consultations/" + id;
                }
                case Consultations.Written.Refused(var found) ->
                    fields.refuse("answer", found, "consultation.identifying");
                case Consultations.Written.Closed() -> fields.fail("consultation.closed-meanwhile");
            }
        }
        return page(actor, id, fields, model);
    }

    @PostMapping("/consultations/{id}/erase")
    String erase(Actor.Staff actor, @PathVariable ConsultationId id, RedirectAttributes after) {
        consultations.erase(actor, id);
        after.addFlashAttribute("notice", "consultation.erased");
        return "redirect:/consultations/" + id;
    }

    @PostMapping("/consultations/{id}/close")
    String close(
            Actor.Staff actor, @PathVariable ConsultationId id, Fields fields, Model model, RedirectAttributes after) {
        consultations.see(actor, id);
        var outcome = fields.choice("outcome", Outcome.class, "consultation.outcome");
        if (fields.ok()) {
            if (consultations.close(actor, id, outcome) instanceof Consultations.Written.Done) {
                after.addFlashAttribute("notice", "consultation.closed");
                return "redirect:/consultations/" + id;
            }
            fields.fail("consultation.closed-meanwhile");
        }
        return page(actor, id, fields, model);
    }
}
