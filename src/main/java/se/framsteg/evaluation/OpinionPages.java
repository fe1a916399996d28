package se.framsteg.evaluation;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.cases.LegalSex;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.ui.Fields;

/** What participants think of an initiative: the results, the form on paper, and what was answered on it. */
@Controller
class OpinionPages {
    private final Opinions opinions;

    OpinionPages(Opinions opinions) {
        this.opinions = opinions;
    }

    @GetMapping("/initiatives/{id}/evaluations")
    String see(Actor.Staff actor, @PathVariable InitiativeId id, Model model) {
        model.addAttribute("view", opinions.see(actor, id));
        return "evaluation/opinions";
    }

    @GetMapping("/initiatives/{id}/evaluations/form")
    String paper(Actor.Staff actor, @PathVariable InitiativeId id, Model model) {
        model.addAttribute("initiative", id);
        model.addAttribute("name", opinions.name(actor, id));
        return "evaluation/form";
    }

    @GetMapping("/initiatives/{id}/evaluations/enter")
    String blank(Actor.Staff actor, @PathVariable InitiativeId id, Model model) {
        return enter(actor, id, Fields.empty().with("id", UUID.randomUUID()), model);
    }

    @PostMapping("/initiatives/{id}/evaluations/enter")
    String enter(
            Actor.Staff actor, @PathVariable InitiativeId id, Fields fields, Model model, RedirectAttributes after) {
        var paper = fields.optionalId("id", UUID::fromString).orElseThrow(NotFoundException::new);
        var occasion = fields.choice("occasion", Occasion.class, "opinion.occasion");
        var sex = fields.choice("sex", LegalSex.class, "opinion.sex");
        var opinion = Opinion.read(fields);
        if (fields.ok()) {
            if (opinions.enter(actor, id, paper, occasion, sex, opinion)) {
                after.addFlashAttribute("notice", "opinion.entered");
                return "redirect:/initiatives/" + id + "/evaluations";
            }
            fields.fail("opinion.takes-no-more");
        }
        return enter(actor, id, fields, model);
    }

    private String enter(Actor.Staff actor, InitiativeId id, Fields fields, Model model) {
        model.addAttribute("initiative", id);
        model.addAttribute("name", opinions.name(actor, id));
        model.addAttribute("fields", fields);
        return "evaluation/enter";
    }
}
