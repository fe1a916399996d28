package se.framsteg.employment.outcome;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.framsteg.access.Actor;
import se.framsteg.cases.Cases;
import se.framsteg.shared.CaseId;

/** Work and studies in one case: what became of it, the jobs, what was said of money and of what employers may be told. */
@Controller
class WorkPages {
    private final Works works;
    private final Cases cases;

    WorkPages(Works works, Cases cases) {
        this.works = works;
        this.cases = cases;
    }

    @GetMapping("/cases/{caseId}/work")
    String see(Actor.Staff actor, @PathVariable CaseId caseId, Model model) {
        model.addAttribute("shown", works.see(actor, caseId));
        model.addAttribute("frame", cases.frame(actor, caseId));
        return "employment/work";
    }
}
