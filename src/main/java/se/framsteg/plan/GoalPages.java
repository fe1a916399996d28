package se.framsteg.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.cases.Cases;
import se.framsteg.cases.Result;
import se.framsteg.plan.Plan.Goal;
import se.framsteg.plan.Plan.Term;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.ui.Fields;

/** A goal of a plan: written, changed, taken away, and how it goes. */
@Controller
class GoalPages {
    private final Plans plans;
    private final Cases cases;
    private final Clock clock;

    GoalPages(Plans plans, Cases cases, Clock clock) {
        this.plans = plans;
        this.cases = cases;
        this.clock = clock;
    }

    @GetMapping("/cases/{caseId}/plan/{planId}/goals/new")
    String blank(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable PlanId planId,
            @RequestParam(defaultValue = "") String back,
            Model model) {
        if (!cases.frame(actor, caseId).opens(Action.CHANGE_PLAN)) {
            return "redirect:/cases/" + caseId + "/plan";
        }
        return form(
                actor,
                caseId,
                planId,
                Fields.empty().with("id", GoalId.create()).with("back", back),
                model);
    }

    @PostMapping("/cases/{caseId}/plan/{planId}/goals/new")
    String add(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable PlanId planId,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        var id = fields.optionalId("id", GoalId::of).orElseThrow(NotFoundException::new);
        var written = written(fields);
        if (fields.ok() && plans.addGoal(actor, caseId, planId, id, written) instanceof Result.Done<?>) {
            after.addFlashAttribute("notice", "plan.goal.added");
            return Back.to(fields, caseId, planId, "where");
        }
        if (fields.ok()) {
            Meanwhile.tell(
                    cases.frame(actor, caseId),
                    plans.see(actor, caseId).plan(planId),
                    fields,
                    _ -> fields.with("id", GoalId.create()).fail("plan.saved-already"));
        }
        return form(actor, caseId, planId, fields, model);
    }

    private static Goal.Written written(Fields fields) {
        var words = fields.required("words", 2000, "plan.goal.words");
        return new Goal.Written(
                fields.choice("term", Term.class, "plan.goal.term"),
                fields.optionalChoice("area", LifeArea.class),
                words);
    }

    private String form(Actor.Staff actor, CaseId caseId, PlanId planId, Fields fields, Model model) {
        model.addAttribute("plan", plans.see(actor, caseId).plan(planId));
        model.addAttribute("frame", cases.frame(actor, caseId));
        model.addAttribute("fields", fields);
        return "plan/goal-new";
    }

    @GetMapping("/cases/{caseId}/plan/{planId}/goals/{goalId}")
    String open(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable PlanId planId,
            @PathVariable GoalId goalId,
            @RequestParam(defaultValue = "") String back,
            Model model) {
        if (!cases.frame(actor, caseId).opens(Action.CHANGE_PLAN)) {
            return "redirect:/cases/" + caseId + "/plan";
        }
        var goal = plans.see(actor, caseId).plan(planId).goal(goalId);
        var fields = Fields.empty().with("version", goal.version()).with("back", back);
        written(goal).forEach(fields::with);
        return form(actor, caseId, planId, goalId, fields, scaling(back), model);
    }

    private Fields scaling(String back) {
        return Fields.empty()
                .with("scaling", GoalId.create())
                .with("on", LocalDate.now(clock))
                .with("back", back);
    }

    private static Map<String, String> written(Goal goal) {
        return Map.of(
                "term", goal.term().name(),
                "area", goal.area().map(LifeArea::name).orElse(""),
                "words", goal.words());
    }

    @PostMapping("/cases/{caseId}/plan/{planId}/goals/{goalId}")
    String change(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable PlanId planId,
            @PathVariable GoalId goalId,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        var remove = fields.has("do", "remove");
        var written = remove ? null : written(fields);
        if (fields.ok()) {
            var result = written == null
                    ? plans.removeGoal(actor, caseId, planId, goalId, fields.version())
                    : plans.changeGoal(actor, caseId, planId, goalId, fields.version(), written);
            if (result instanceof Result.Done<?>) {
                after.addFlashAttribute("notice", remove ? "plan.goal.removed" : "plan.goal.saved");
                return Back.to(fields, caseId, planId, "where");
            }
            Meanwhile.tell(cases.frame(actor, caseId), plans.see(actor, caseId).plan(planId), fields, plan -> {
                var now = plan.goal(goalId);
                fields.conflict(written(now), now.version());
            });
        }
        return form(actor, caseId, planId, goalId, fields, scaling(fields.value("back")), model);
    }

    private String form(
            Actor.Staff actor,
            CaseId caseId,
            PlanId planId,
            GoalId goalId,
            Fields fields,
            Fields scaling,
            Model model) {
        var plan = plans.see(actor, caseId).plan(planId);
        model.addAttribute("plan", plan);
        model.addAttribute("goal", plan.goal(goalId));
        model.addAttribute("frame", cases.frame(actor, caseId));
        model.addAttribute("fields", fields);
        model.addAttribute("scaling", scaling);
        return "plan/goal";
    }

    @PostMapping("/cases/{caseId}/plan/{planId}/goals/{goalId}/state")
    String mark(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable PlanId planId,
            @PathVariable GoalId goalId,
            Fields fields,
            RedirectAttributes after) {
        var state = fields.optionalChoice("state", Goal.State.class).orElseThrow(NotFoundException::new);
        var done = plans.markGoal(actor, caseId, planId, goalId, state) instanceof Result.Done<?>;
        after.addFlashAttribute("notice", done ? "plan-follow-up.ticked." + state : "plan-follow-up.not-ticked");
        return Back.to(fields, caseId, planId, "how");
    }

    @PostMapping("/cases/{caseId}/plan/{planId}/goals/{goalId}/scaling")
    String scale(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable PlanId planId,
            @PathVariable GoalId goalId,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        var id = fields.optionalId("scaling", GoalId::of).orElseThrow(NotFoundException::new);
        var value = fields.number("value", 0, 10);
        var on = fields.date("on", "plan.scaling.on");
        var words = fields.text("scalingWords", 1000);
        if (fields.ok()) {
            switch (plans.scale(actor, caseId, planId, goalId, id, on, value, words)) {
                case Result.Done<?> _ -> {
                    after.addFlashAttribute("notice", "plan.scaling.saved");
                    return Back.to(fields, caseId, planId, "how");
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                case Result.Stale<?>() -> fields.fail(Meanwhile.of(cases.frame(actor, caseId), "plan.ended-meanwhile"));
            }
        }
        var goal = plans.see(actor, caseId).plan(planId).goal(goalId);
        var form = Fields.empty().with("version", goal.version()).with("back", fields.value("back"));
        written(goal).forEach(form::with);
        return form(actor, caseId, planId, goalId, form, fields, model);
    }
}
