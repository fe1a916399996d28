package se.framsteg.plan.mine;

import static se.framsteg.plan.mine.OwnPlanPages.PAGE;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.cases.Result;
import se.framsteg.plan.PlanId;
import se.framsteg.plan.document.OwnVersions;
import se.framsteg.plan.document.SignatureId;
import se.framsteg.ui.Fields;

/** The participant reads a version of the own plan, and says that they stand behind it. */
@Controller
class OwnVersionPages {
    private final OwnVersions versions;

    OwnVersionPages(OwnVersions versions) {
        this.versions = versions;
    }

    @GetMapping(PAGE + "/versioner/{planId}/{number}")
    String see(Actor.Respondent participant, @PathVariable PlanId planId, @PathVariable int number, Model model) {
        model.addAttribute("version", versions.see(participant, planId, number));
        model.addAttribute("id", SignatureId.create());
        return "plan/mine/version";
    }

    @PostMapping(PAGE + "/versioner/{planId}/{number}")
    String confirm(
            Actor.Respondent participant,
            @PathVariable PlanId planId,
            @PathVariable int number,
            Fields fields,
            RedirectAttributes after) {
        var id = fields.optionalId("id", SignatureId::of).orElseGet(SignatureId::create);
        var notice =
                switch (versions.confirm(participant, planId, number, id)) {
                    case Result.Done<?> _ -> "own-plan.signed";
                    case Result.Refused<?>(var reasons) -> reasons.getFirst().key();
                    case Result.Stale<?>() -> "own-plan.closed";
                };
        after.addFlashAttribute("notice", notice);
        return "redirect:" + PAGE + "/versioner/" + planId + "/" + number;
    }
}
