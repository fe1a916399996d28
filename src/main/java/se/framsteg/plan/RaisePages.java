package se.framsteg.plan;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.cases.Cases;
import se.framsteg.cases.Result;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.ui.Fields;

/** A colleague of another organisation tells that a joint plan is needed, and is given a receipt. */
@Controller
class RaisePages {
    private final RaisedNeeds needs;
    private final Cases cases;

    RaisePages(RaisedNeeds needs, Cases cases) {
        this.needs = needs;
        this.cases = cases;
    }

    /** Whoever has the case has a form that asks for more, and whoever looks at it in an emergency has none. */
    @GetMapping("/cases/{caseId}/plan/raise")
    String blank(Actor.Staff actor, @PathVariable CaseId caseId, Model model) {
        var open = needs.open(actor, caseId);
        if (cases.frameOfPart(actor, caseId).opens(Action.SEE_CASE)) {
            return "redirect:/cases/" + caseId + "/plan/needs/new";
        }
        var fields = Fields.empty().with("id", NeedId.create());
        if (!open) {
            fields.fail("shared-plan.raise.closed");
        }
        return form(actor, caseId, fields, model);
    }

    @PostMapping("/cases/{caseId}/plan/raise")
    String raise(Actor.Staff actor, @PathVariable CaseId caseId, Fields fields, Model model, RedirectAttributes after) {
        var id = fields.optionalId("id", NeedId::of).orElseThrow(NotFoundException::new);
        var what = fields.required("what", 4000, "shared-plan.raise.what");
        var open = needs.open(actor, caseId);
        if (fields.ok() && needs.raise(actor, caseId, id, what) instanceof Result.Done<?>) {
            after.addFlashAttribute("notice", "shared-plan.raise.receipt");
            return "redirect:/cases/" + caseId + "/plan";
        }
        if (fields.ok() && open) {
            fields.with("id", NeedId.create()).fail("shared-plan.raise.saved-already");
        } else if (!open) {
            fields.fail("shared-plan.raise.closed");
        }
        return form(actor, caseId, fields, model);
    }

    private String form(Actor.Staff actor, CaseId caseId, Fields fields, Model model) {
        model.addAttribute("frame", cases.frameOfPart(actor, caseId));
        model.addAttribute("fields", fields);
        return "plan/raise";
    }
}
