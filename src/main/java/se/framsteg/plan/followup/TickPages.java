package se.framsteg.plan.followup;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.cases.Result;
import se.framsteg.plan.EffortId;
import se.framsteg.plan.GoalId;
import se.framsteg.plan.Plan;
import se.framsteg.plan.PlanId;
import se.framsteg.plan.Plans;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.ui.Fields;

/** One press on the case page: an effort or a goal is ticked, or the tick taken back. */
@Controller
class TickPages {
    private final Plans plans;

    TickPages(Plans plans) {
        this.plans = plans;
    }

    @PostMapping("/cases/{caseId}/plan/ticks/{planId}/efforts/{effortId}")
    String effort(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable PlanId planId,
            @PathVariable EffortId effortId,
            Fields fields,
            RedirectAttributes after) {
        var state = fields.optionalChoice("state", Plan.Effort.State.class).orElseThrow(NotFoundException::new);
        return done(caseId, plans.markEffort(actor, caseId, planId, effortId, state), state, after);
    }

    @PostMapping("/cases/{caseId}/plan/ticks/{planId}/goals/{goalId}")
    String goal(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable PlanId planId,
            @PathVariable GoalId goalId,
            Fields fields,
            RedirectAttributes after) {
        var state = fields.optionalChoice("state", Plan.Goal.State.class).orElseThrow(NotFoundException::new);
        return done(caseId, plans.markGoal(actor, caseId, planId, goalId, state), state, after);
    }

    private static String done(CaseId caseId, Result<?> result, Enum<?> state, RedirectAttributes after) {
        after.addFlashAttribute(
                "notice",
                result instanceof Result.Done<?> ? "plan-follow-up.ticked." + state : "plan-follow-up.not-ticked");
        return "redirect:/cases/" + caseId + "#ticks";
    }
}
