package se.framsteg.plan.mine;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.cases.Result;
import se.framsteg.plan.GoalId;
import se.framsteg.plan.OwnPlan;
import se.framsteg.plan.areas.OwnAreas;
import se.framsteg.plan.document.OwnVersions;
import se.framsteg.shared.NotFoundException;
import se.framsteg.ui.Fields;

/** The participant reads the own plan, and says how far they have come towards a goal. */
@Controller
class OwnPlanPages {
    static final String PAGE = "/svara/min-sida/plan";

    private final OwnPlan plan;
    private final OwnAreas areas;
    private final OwnVersions versions;

    OwnPlanPages(OwnPlan plan, OwnAreas areas, OwnVersions versions) {
        this.plan = plan;
        this.areas = areas;
        this.versions = versions;
    }

    @GetMapping(PAGE)
    String show(Actor.Respondent participant, Model model) {
        model.addAttribute("view", plan.see(participant));
        model.addAttribute("areas", areas.see(participant));
        model.addAttribute("versions", versions.all(participant));
        return "plan/mine/plan";
    }

    @GetMapping(PAGE + "/mal/{goalId}")
    String goal(Actor.Respondent participant, @PathVariable GoalId goalId, Model model) {
        return goal(participant, goalId, Fields.empty().with("id", OwnPlan.ScalingId.create()), model);
    }

    @PostMapping(PAGE + "/mal/{goalId}")
    String scale(
            Actor.Respondent participant,
            @PathVariable GoalId goalId,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        var id = fields.optionalId("id", OwnPlan.ScalingId::of).orElseThrow(NotFoundException::new);
        int value = 0;
        if (fields.value("value").isEmpty()) {
            fields.fail("value", "own-plan.scale.required");
        } else {
            value = fields.number("value", 0, 10);
        }
        var words = fields.text("words", 1000);
        if (fields.ok()) {
            if (plan.scale(participant, goalId, id, value, words) instanceof Result.Done<?>) {
                after.addFlashAttribute("notice", "own-plan.scale.saved");
                return "redirect:" + PAGE + "/mal/" + goalId;
            }
            fields.fail("own-plan.closed-meanwhile");
        }
        return goal(participant, goalId, fields, model);
    }

    private String goal(Actor.Respondent participant, GoalId id, Fields fields, Model model) {
        var view = plan.see(participant);
        model.addAttribute("goal", view.goal(id).orElseThrow(NotFoundException::new));
        model.addAttribute("writable", view.writable());
        model.addAttribute("fields", fields);
        return "plan/mine/goal";
    }
}
