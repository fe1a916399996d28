package se.framsteg.group;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.cases.Result;
import se.framsteg.shared.NotFoundException;
import se.framsteg.ui.Fields;

/** The evaluation of a group: how many have answered, the form on paper, what was answered on it, and the results. */
@Controller
class EvaluationPages {
    private final Evaluations evaluations;

    EvaluationPages(Evaluations evaluations) {
        this.evaluations = evaluations;
    }

    @GetMapping("/groups/{id}/evaluation")
    String see(Actor.Staff actor, @PathVariable GroupId id, Model model) {
        return see(actor, id, Fields.empty(), model);
    }

    private String see(Actor.Staff actor, GroupId id, Fields fields, Model model) {
        model.addAttribute("view", evaluations.see(actor, id));
        model.addAttribute("fields", fields);
        return "group/evaluation";
    }

    @PostMapping("/groups/{id}/evaluation/close")
    String close(Actor.Staff actor, @PathVariable GroupId id, Fields fields, Model model, RedirectAttributes after) {
        switch (evaluations.close(actor, id)) {
            case Result.Done<?> _ -> {
                after.addFlashAttribute("notice", "evaluation.closed");
                return "redirect:/groups/" + id + "/evaluation";
            }
            case Result.Refused<?> refused -> refused.tell(fields);
            case Result.Stale<?>() -> fields.fail("evaluation.closed-already");
        }
        return see(actor, id, fields, model);
    }

    @GetMapping("/groups/{id}/evaluation/form")
    String paper(Actor.Staff actor, @PathVariable GroupId id, Model model) {
        model.addAttribute("view", evaluations.see(actor, id));
        return "group/evaluation-form";
    }

    @GetMapping("/groups/{id}/evaluation/enter")
    String blank(Actor.Staff actor, @PathVariable GroupId id, Model model) {
        return enter(actor, id, Fields.empty().with("id", AnswerId.create()), model);
    }

    @PostMapping("/groups/{id}/evaluation/enter")
    String enter(Actor.Staff actor, @PathVariable GroupId id, Fields fields, Model model, RedirectAttributes after) {
        var answerId = fields.optionalId("id", AnswerId::of).orElseThrow(NotFoundException::new);
        var answer = Answer.read(fields);
        if (fields.ok()) {
            switch (evaluations.enter(actor, id, answerId, answer)) {
                case Result.Done<?> _ -> {
                    after.addFlashAttribute("notice", "evaluation.entered");
                    return "redirect:/groups/" + id + "/evaluation";
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                case Result.Stale<?>() -> fields.fail("evaluation.takes-no-more");
            }
        }
        return enter(actor, id, fields, model);
    }

    private String enter(Actor.Staff actor, GroupId id, Fields fields, Model model) {
        model.addAttribute("view", evaluations.see(actor, id));
        model.addAttribute("fields", fields);
        return "group/evaluation-enter";
    }
}
