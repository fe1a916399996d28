package se.framsteg.plan.document;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.cases.CaseFrame;
import se.framsteg.cases.Cases;
import se.framsteg.cases.Result;
import se.framsteg.plan.Plan;
import se.framsteg.plan.PlanId;
import se.framsteg.plan.Plans;
import se.framsteg.shared.CaseId;
import se.framsteg.ui.Fields;

/** To end a plan: asks first, and tells what stays. */
@Controller
class EndPages {
    private static final Set<Plan.EndReason> REASONS =
            EnumSet.of(Plan.EndReason.GOALS_MET, Plan.EndReason.NO_NEED, Plan.EndReason.CONSENT_WITHDRAWN);

    private final PlanDocuments documents;
    private final Plans plans;
    private final Cases cases;

    EndPages(PlanDocuments documents, Plans plans, Cases cases) {
        this.documents = documents;
        this.plans = plans;
        this.cases = cases;
    }

    @GetMapping("/cases/{caseId}/plan/{planId}/end")
    String ask(Actor.Staff actor, @PathVariable CaseId caseId, @PathVariable PlanId planId, Model model) {
        var frame = cases.frame(actor, caseId);
        var card = documents.versions(actor, caseId, planId);
        return card.open() && card.may().settle()
                ? form(frame, card, Fields.empty(), model)
                : "redirect:/cases/" + caseId + "/plan";
    }

    private static String form(CaseFrame frame, PlanDocuments.Card card, Fields fields, Model model) {
        model.addAttribute("frame", frame);
        model.addAttribute("card", card);
        model.addAttribute("reasons", REASONS.toArray(Plan.EndReason[]::new));
        model.addAttribute("fields", fields);
        return "plan/document/end";
    }

    @PostMapping("/cases/{caseId}/plan/{planId}/end")
    String end(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable PlanId planId,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        var frame = cases.frame(actor, caseId);
        var card = documents.versions(actor, caseId, planId);
        var reason = fields.choice("reason", Plan.EndReason.class, "plan-document.end.reason");
        if (!REASONS.contains(reason)) {
            fields.fail("reason", "plan-document.end.reason.required");
        }
        if (!fields.ok()) {
            return form(frame, card, fields, model);
        }
        var ended = plans.end(actor, caseId, planId, reason) instanceof Result.Done<?>;
        after.addFlashAttribute("notice", ended ? "plan-document.ended" : "plan-document.ended-meanwhile");
        return "redirect:/cases/" + caseId + "/plan";
    }
}
