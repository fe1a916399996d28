package se.framsteg.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.cases.Cases;
import se.framsteg.cases.Result;
import se.framsteg.plan.Plan.ByWhom;
import se.framsteg.plan.Plan.Effort;
import se.framsteg.plan.Plan.Responsible;
import se.framsteg.plan.dimension.Dimensions;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.OrganisationId;
import se.framsteg.ui.Fields;
import se.framsteg.ui.Page;

/** An effort of a plan: written, changed, taken away, and how it goes. */
@Controller
class EffortPages {
    private final Plans plans;
    private final Dimensions dimensions;
    private final Parties parties;
    private final Cases cases;

    EffortPages(Plans plans, Dimensions dimensions, Parties parties, Cases cases) {
        this.plans = plans;
        this.dimensions = dimensions;
        this.parties = parties;
        this.cases = cases;
    }

    @GetMapping("/cases/{caseId}/plan/{planId}/efforts/new")
    String blank(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable PlanId planId,
            @RequestParam(defaultValue = "") String back,
            @RequestParam Optional<GoalId> goal,
            Model model,
            @ModelAttribute("page") Page page) {
        if (!cases.frame(actor, caseId).opens(Action.CHANGE_PLAN)) {
            return "redirect:/cases/" + caseId + "/plan";
        }
        var fields = Fields.empty().with("id", EffortId.create()).with("back", back);
        goal.ifPresent(id -> fields.with("goal", id));
        return form(actor, caseId, planId, Optional.empty(), fields, model, page);
    }

    @PostMapping("/cases/{caseId}/plan/{planId}/efforts/new")
    String add(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable PlanId planId,
            Fields fields,
            Model model,
            @ModelAttribute("page") Page page,
            RedirectAttributes after) {
        var id = fields.optionalId("id", EffortId::of).orElseThrow(NotFoundException::new);
        var written = written(fields);
        if (fields.ok() && plans.addEffort(actor, caseId, planId, id, written) instanceof Result.Done<?>) {
            after.addFlashAttribute("notice", notice("plan.effort.added", actor, caseId, written));
            return Back.to(fields, caseId, planId, "efforts");
        }
        if (fields.ok()) {
            Meanwhile.tell(
                    cases.frame(actor, caseId),
                    plans.see(actor, caseId).plan(planId),
                    fields,
                    _ -> fields.with("id", EffortId.create()).fail("plan.saved-already"));
        }
        return form(actor, caseId, planId, Optional.empty(), fields, model, page);
    }

    /** What was done, and whether whoever is to do it may know of it. */
    private String notice(String done, Actor.Staff actor, CaseId caseId, Effort.Written written) {
        var untold = written.responsible().organisation().stream()
                .flatMap(id -> parties.of(actor, caseId).stream()
                        .filter(one -> one.id().equals(id)))
                .anyMatch(one -> !one.may());
        return untold ? done + ".not-told" : done;
    }

    private static Effort.Written written(Fields fields) {
        var what = fields.required("what", 2000, "plan.effort.what");
        var responsible = responsible(fields);
        return new Effort.Written(
                fields.optionalId("goal", GoalId::of),
                fields.optionalChoice("area", LifeArea.class),
                Optional.of(fields.text("dimension", 100)).filter(code -> !code.isEmpty()),
                what,
                responsible,
                fields.optionalDate("due"));
    }

    /** Somebody always answers for it. */
    private static Responsible responsible(Fields fields) {
        var by = fields.choice("byWhom", ByWhom.class, "plan.effort.by-whom");
        var name = fields.text("responsible", 200);
        if (fields.problem("byWhom").isPresent()) {
            return new Responsible(by, Optional.empty(), name);
        }
        if (by == ByWhom.ORGANISATION) {
            var organisation = fields.optionalId("organisation", OrganisationId::of);
            if (organisation.isEmpty()) {
                fields.fail("organisation", "plan.effort.organisation.required");
            }
            return new Responsible(by, organisation, name);
        }
        if (by == ByWhom.OTHER && name.isEmpty()) {
            fields.fail("responsible", "plan.effort.responsible.required");
        }
        return new Responsible(by, Optional.empty(), by == ByWhom.OTHER ? name : "");
    }

    @GetMapping("/cases/{caseId}/plan/{planId}/efforts/{effortId}")
    String open(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable PlanId planId,
            @PathVariable EffortId effortId,
            @RequestParam(defaultValue = "") String back,
            Model model,
            @ModelAttribute("page") Page page) {
        if (!cases.frame(actor, caseId).opens(Action.CHANGE_PLAN)) {
            return "redirect:/cases/" + caseId + "/plan";
        }
        var effort = plans.see(actor, caseId).plan(planId).effort(effortId);
        var fields = Fields.empty().with("version", effort.version()).with("back", back);
        written(effort).forEach(fields::with);
        return form(actor, caseId, planId, Optional.of(effortId), fields, model, page);
    }

    private static Map<String, String> written(Effort effort) {
        var written = new LinkedHashMap<String, String>();
        written.put("what", effort.what());
        written.put("byWhom", effort.responsible().by().name());
        written.put(
                "organisation",
                effort.responsible()
                        .organisation()
                        .map(OrganisationId::toString)
                        .orElse(""));
        written.put("responsible", effort.responsible().name());
        written.put("due", effort.dueOn().map(Object::toString).orElse(""));
        written.put("goal", effort.goal().map(GoalId::toString).orElse(""));
        written.put("area", effort.area().map(LifeArea::name).orElse(""));
        written.put("dimension", effort.dimension().orElse(""));
        return written;
    }

    @PostMapping("/cases/{caseId}/plan/{planId}/efforts/{effortId}")
    String change(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable PlanId planId,
            @PathVariable EffortId effortId,
            Fields fields,
            Model model,
            @ModelAttribute("page") Page page,
            RedirectAttributes after) {
        var remove = fields.has("do", "remove");
        var written = remove ? null : written(fields);
        if (fields.ok()) {
            var result = written == null
                    ? plans.removeEffort(actor, caseId, planId, effortId, fields.version())
                    : plans.changeEffort(actor, caseId, planId, effortId, fields.version(), written);
            if (result instanceof Result.Done<?>) {
                after.addFlashAttribute(
                        "notice",
                        written == null ? "plan.effort.removed" : notice("plan.effort.saved", actor, caseId, written));
                return Back.to(fields, caseId, planId, "efforts");
            }
            Meanwhile.tell(cases.frame(actor, caseId), plans.see(actor, caseId).plan(planId), fields, plan -> {
                var now = plan.effort(effortId);
                fields.conflict(written(now), now.version());
            });
        }
        return form(actor, caseId, planId, Optional.of(effortId), fields, model, page);
    }

    private String form(
            Actor.Staff actor,
            CaseId caseId,
            PlanId planId,
            Optional<EffortId> effort,
            Fields fields,
            Model model,
            Page page) {
        var view = plans.see(actor, caseId);
        model.addAttribute("view", view);
        model.addAttribute("plan", view.plan(planId));
        model.addAttribute("parties", parties.of(actor, caseId));
        var before = effort.map(view.plan(planId)::effort);
        model.addAttribute("effort", before);
        model.addAttribute(
                "dimensions", dimensions.choices(caseId, before.flatMap(Plan.Effort::dimension), page.language()));
        model.addAttribute("frame", cases.frame(actor, caseId));
        model.addAttribute("fields", fields);
        return "plan/effort";
    }

    @PostMapping("/cases/{caseId}/plan/{planId}/efforts/{effortId}/state")
    String mark(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable PlanId planId,
            @PathVariable EffortId effortId,
            Fields fields,
            RedirectAttributes after) {
        var state = fields.optionalChoice("state", Effort.State.class).orElseThrow(NotFoundException::new);
        var done = plans.markEffort(actor, caseId, planId, effortId, state) instanceof Result.Done<?>;
        after.addFlashAttribute("notice", done ? "plan-follow-up.ticked." + state : "plan-follow-up.not-ticked");
        return Back.to(fields, caseId, planId, "how");
    }
}
