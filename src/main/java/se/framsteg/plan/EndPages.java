package se.framsteg.plan;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.cases.CaseFrame;
import se.framsteg.cases.Cases;
import se.framsteg.cases.Result;
import se.framsteg.plan.document.PlanDocuments;
import se.framsteg.plan.meeting.Meetings;
import se.framsteg.shared.CaseId;
import se.framsteg.ui.Fields;

/** To end a plan: asks first, and tells what stays and who is to be told that a meeting is cancelled. */
@Controller
class EndPages {
    private static final Set<Plan.EndReason> REASONS =
            EnumSet.of(Plan.EndReason.GOALS_MET, Plan.EndReason.NO_NEED, Plan.EndReason.CONSENT_WITHDRAWN);

    private final PlanDocuments documents;
    private final Plans plans;
    private final Meetings meetings;
    private final Cases cases;

    EndPages(PlanDocuments documents, Plans plans, Meetings meetings, Cases cases) {
        this.documents = documents;
        this.plans = plans;
        this.meetings = meetings;
        this.cases = cases;
    }

    @GetMapping("/cases/{caseId}/plan/{planId}/end")
    String ask(Actor.Staff actor, @PathVariable CaseId caseId, @PathVariable PlanId planId, Model model) {
        var frame = cases.frame(actor, caseId);
        var card = documents.versions(actor, caseId, planId);
        var fields = Fields.empty();
        if (plans.see(actor, caseId).unwanted()) {
            fields.with("reason", Plan.EndReason.CONSENT_WITHDRAWN);
        }
        return card.open() && frame.opens(Action.CHANGE_PLAN)
                ? form(frame, actor, card, fields, model)
                : "redirect:/cases/" + caseId + "/plan";
    }

    private String form(CaseFrame frame, Actor.Staff actor, PlanDocuments.Card card, Fields fields, Model model) {
        model.addAttribute("frame", frame);
        model.addAttribute("meeting", meetings.card(actor, frame.id()));
        model.addAttribute("card", card);
        model.addAttribute("reasons", REASONS.toArray(Plan.EndReason[]::new));
        model.addAttribute("fields", fields);
        return "plan/end";
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
        if (!card.open()) {
            after.addFlashAttribute("notice", "plan.end.meanwhile");
            return "redirect:/cases/" + caseId + "/plan";
        }
        var reason = fields.choice("reason", Plan.EndReason.class, "plan.end.reason");
        if (!REASONS.contains(reason)) {
            fields.fail("reason", "plan.end.reason.required");
        }
        if (!fields.ok()) {
            return form(frame, actor, card, fields, model);
        }
        var ended = plans.end(actor, caseId, planId, reason) instanceof Result.Done<?>;
        after.addFlashAttribute("notice", ended ? "plan.ended" : "plan.end.meanwhile");
        return "redirect:/cases/" + caseId + "/plan";
    }
}
