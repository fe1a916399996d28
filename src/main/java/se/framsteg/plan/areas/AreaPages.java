package se.framsteg.plan.areas;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import se.framsteg.access.Actor;
import se.framsteg.cases.Cases;
import se.framsteg.shared.CaseId;
import se.framsteg.ui.Page;

/** Min plan on one page, to look at together and to print. */
@Controller
class AreaPages {
    private final MyPlan plan;
    private final Cases cases;

    AreaPages(MyPlan plan, Cases cases) {
        this.plan = plan;
        this.cases = cases;
    }

    @GetMapping("/cases/{caseId}/plan/areas")
    String see(Actor.Staff actor, @PathVariable CaseId caseId, @ModelAttribute("page") Page page, Model model) {
        model.addAttribute("view", plan.see(actor, caseId, page.language()));
        model.addAttribute("frame", cases.frameOfPart(actor, caseId));
        return "plan/areas";
    }
}
