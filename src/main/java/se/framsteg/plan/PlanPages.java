package se.framsteg.plan;

import java.util.Map;
import java.util.Optional;
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
import se.framsteg.plan.document.PlanDocuments;
import se.framsteg.plan.meeting.Meetings;
import se.framsteg.plan.meeting.OwnCalls;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.OrganisationId;
import se.framsteg.ui.Fields;

/** The plan of a case, how one begins, and who holds it together. */
@Controller
class PlanPages {
    private final Plans plans;
    private final Needs needs;
    private final PlanDocuments documents;
    private final Meetings meetings;
    private final SharedPlan shared;
    private final OwnCalls calls;
    private final Cases cases;

    PlanPages(
            Plans plans,
            Needs needs,
            PlanDocuments documents,
            Meetings meetings,
            SharedPlan shared,
            OwnCalls calls,
            Cases cases) {
        this.plans = plans;
        this.needs = needs;
        this.documents = documents;
        this.meetings = meetings;
        this.shared = shared;
        this.calls = calls;
        this.cases = cases;
    }

    @GetMapping("/cases/{caseId}/plan")
    String see(Actor.Staff actor, @PathVariable CaseId caseId, Model model) {
        var frame = cases.frameOfPart(actor, caseId);
        model.addAttribute("frame", frame);
        if (!frame.opens(Action.SEE_CASE)) {
            model.addAttribute("view", shared.see(actor, caseId));
            model.addAttribute("calls", calls.of(actor, caseId));
            return "plan/shared";
        }
        model.addAttribute("view", plans.see(actor, caseId));
        model.addAttribute("card", documents.open(actor, caseId));
        model.addAttribute("meeting", meetings.card(actor, caseId));
        return "plan/plan";
    }

    @GetMapping("/cases/{caseId}/plan/begin")
    String blank(Actor.Staff actor, @PathVariable CaseId caseId, @RequestParam Optional<NeedId> need, Model model) {
        if (!cases.frame(actor, caseId).opens(Action.CHANGE_PLAN)) {
            return "redirect:/cases/" + caseId + "/plan";
        }
        var fields = Fields.empty().with("id", PlanId.create());
        need.ifPresent(id -> fields.with("need", id));
        return begin(actor, caseId, fields, model);
    }

    @PostMapping("/cases/{caseId}/plan/begin")
    String begin(Actor.Staff actor, @PathVariable CaseId caseId, Fields fields, Model model, RedirectAttributes after) {
        var id = fields.optionalId("id", PlanId::of).orElseThrow(NotFoundException::new);
        var need = fields.optionalId("need", NeedId::of);
        var kind = fields.choice("kind", Plan.Kind.class, "plan.kind");
        if (fields.ok()) {
            switch (plans.begin(actor, caseId, id, kind, need)) {
                case Result.Done<?> _ -> {
                    after.addFlashAttribute("notice", "plan.begun");
                    return "redirect:/cases/" + caseId + "/plan";
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                case Result.Stale<?>() -> fields.fail(Meanwhile.of(cases.frame(actor, caseId), "plan.begun-already"));
            }
        }
        return begin(actor, caseId, fields, model);
    }

    private String begin(Actor.Staff actor, CaseId caseId, Fields fields, Model model) {
        model.addAttribute("need", fields.optionalId("need", NeedId::of).map(id -> needs.see(actor, caseId, id)));
        model.addAttribute("frame", cases.look(actor, caseId));
        model.addAttribute("fields", fields);
        return "plan/begin";
    }

    @GetMapping("/cases/{caseId}/plan/{planId}/head")
    String head(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable PlanId planId,
            @RequestParam(defaultValue = "") String back,
            Model model) {
        if (!cases.frame(actor, caseId).opens(Action.CHANGE_PLAN)) {
            return "redirect:/cases/" + caseId + "/plan";
        }
        var view = plans.see(actor, caseId);
        var fields = Fields.empty()
                .with("version", view.plan(planId).head().version())
                .with("back", back);
        written(view.plan(planId).head()).forEach(fields::with);
        return head(actor, caseId, view, planId, fields, model);
    }

    @PostMapping("/cases/{caseId}/plan/{planId}/head")
    String head(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable PlanId planId,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        var head = new Plan.Head(
                fields.text("coordinator", 200),
                fields.optionalId("coordinatorOf", OrganisationId::of),
                fields.optionalId("overall", OrganisationId::of),
                fields.text("mayHave", 2000),
                fields.version());
        if (fields.ok() && plans.head(actor, caseId, planId, head) instanceof Result.Done<?>) {
            after.addFlashAttribute("notice", "plan.head.saved");
            return Back.to(fields, caseId, planId, "go-on");
        }
        var view = plans.see(actor, caseId);
        if (fields.ok()) {
            Meanwhile.tell(cases.frame(actor, caseId), view.plan(planId), fields, plan -> {
                fields.conflict(written(plan.head()), plan.head().version());
            });
        }
        return head(actor, caseId, view, planId, fields, model);
    }

    private static Map<String, String> written(Plan.Head head) {
        return Map.of(
                "coordinator", head.coordinator(),
                "coordinatorOf",
                        head.coordinatorOf().map(OrganisationId::toString).orElse(""),
                "overall", head.overall().map(OrganisationId::toString).orElse(""),
                "mayHave", head.mayHave());
    }

    private String head(Actor.Staff actor, CaseId caseId, Plans.View view, PlanId planId, Fields fields, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("plan", view.plan(planId));
        model.addAttribute("frame", cases.frame(actor, caseId));
        model.addAttribute("fields", fields);
        return "plan/head";
    }
}
