package se.framsteg.plan.document;

import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.cases.Cases;
import se.framsteg.cases.Result;
import se.framsteg.plan.PlanId;
import se.framsteg.shared.CaseId;
import se.framsteg.ui.Fields;
import se.framsteg.ui.Page;

/** To settle a plan as it stands: what is missing is said first, and stops nothing. */
@Controller
class SettlePages {
    private final PlanDocuments documents;
    private final Cases cases;

    SettlePages(PlanDocuments documents, Cases cases) {
        this.documents = documents;
        this.cases = cases;
    }

    @GetMapping("/cases/{caseId}/plan/{planId}/settle")
    String ask(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable PlanId planId,
            @ModelAttribute("page") Page page,
            Model model) {
        var settling = documents.settling(actor, caseId, planId);
        if (!cases.frameOfPart(actor, caseId).opens(Action.CHANGE_PLAN)) {
            return "redirect:/cases/" + caseId + "/plan";
        }
        return ask(actor, caseId, planId, settling, Fields.empty(), page, model);
    }

    private String ask(
            Actor.Staff actor,
            CaseId caseId,
            PlanId planId,
            PlanDocuments.Settling settling,
            Fields fields,
            Page page,
            Model model) {
        var frame = cases.frameOfPart(actor, caseId);
        model.addAttribute("frame", frame);
        model.addAttribute("planId", planId);
        model.addAttribute("settling", settling);
        model.addAttribute("words", new PlanWords(page, frame.called()));
        model.addAttribute("fields", fields.with("number", settling.number()));
        return "plan/document/settle";
    }

    @PostMapping("/cases/{caseId}/plan/{planId}/settle")
    String settle(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable PlanId planId,
            Fields fields,
            @ModelAttribute("page") Page page,
            Model model,
            RedirectAttributes after) {
        var number = fields.number("number", 1, Integer.MAX_VALUE);
        if (fields.ok()) {
            switch (documents.settle(actor, caseId, planId, number, Optional.empty())) {
                case Result.Done<Integer>(var made) -> {
                    after.addFlashAttribute("notice", "plan-document.settled");
                    return "redirect:/cases/" + caseId + "/plan/" + planId + "/versions/" + made;
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                case Result.Stale<?>() -> {
                    if (!documents.versions(actor, caseId, planId).open()) {
                        after.addFlashAttribute("notice", "plan.end.meanwhile");
                        return "redirect:/cases/" + caseId + "/plan";
                    }
                    fields.fail(
                            cases.frameOfPart(actor, caseId).opens(Action.CHANGE_PLAN)
                                    ? "plan-document.settled-meanwhile"
                                    : "plan-document.restricted-meanwhile");
                }
            }
        }
        return ask(actor, caseId, planId, documents.settling(actor, caseId, planId), fields, page, model);
    }
}
