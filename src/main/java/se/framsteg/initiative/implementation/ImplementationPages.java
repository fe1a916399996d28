package se.framsteg.initiative.implementation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.initiative.Affairs;
import se.framsteg.initiative.FreeWords;
import se.framsteg.initiative.implementation.ImplementationStep.Change;
import se.framsteg.initiative.implementation.ImplementationStep.State;
import se.framsteg.shared.ChangedMeanwhileException;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.ui.Fields;
import se.framsteg.ui.Page;

/** The implementation plan: its steps, one step with how far it has come, and their forms. */
@Controller
@RequestMapping("/initiatives/{id}/steps")
class ImplementationPages {
    private static final int LONGEST = 1000;
    private static final int LONGEST_FUNCTION = 200;

    private final ImplementationPlan plan;
    private final Clock clock;

    ImplementationPages(ImplementationPlan plan, Clock clock) {
        this.plan = plan;
        this.clock = clock;
    }

    @GetMapping
    String see(Actor.Staff actor, @PathVariable InitiativeId id, Model model) {
        model.addAttribute("view", plan.see(actor, id));
        model.addAttribute("today", LocalDate.now(clock));
        return "initiative/implementation/steps";
    }

    @GetMapping("/new")
    String blank(Actor.Staff actor, @PathVariable InitiativeId id, Model model) {
        var view = plan.toAdd(actor, id);
        var last = view.steps().stream()
                .mapToInt(ImplementationStep::position)
                .max()
                .orElse(0);
        var fields =
                Fields.empty().with("id", ImplementationStepId.create()).with("position", Math.min(last + 1, 1000));
        return form(view.head(), Optional.empty(), fields, model);
    }

    @PostMapping("/new")
    String add(Actor.Staff actor, @PathVariable InitiativeId id, Fields fields, Model model, RedirectAttributes after) {
        var head = plan.toAdd(actor, id).head();
        var step =
                read(fields, fields.optionalId("id", ImplementationStepId::of).orElseThrow(NotFoundException::new));
        if (fields.ok()) {
            plan.add(actor, id, step);
            return done(id, "", "implementation.added", after);
        }
        return form(head, Optional.empty(), fields, model);
    }

    @GetMapping("/{stepId}")
    String see(
            Actor.Staff actor, @PathVariable InitiativeId id, @PathVariable ImplementationStepId stepId, Model model) {
        var one = plan.see(actor, id, stepId);
        var fields = Fields.empty()
                .with("changeId", StepStateId.create())
                .with("state", one.step().state())
                .with("on", LocalDate.now(clock));
        return one(one, fields, model);
    }

    @PostMapping("/{stepId}/state")
    String move(
            Actor.Staff actor,
            @PathVariable InitiativeId id,
            @PathVariable ImplementationStepId stepId,
            Fields fields,
            @ModelAttribute("page") Page page,
            Model model,
            RedirectAttributes after) {
        var now = plan.toChange(actor, id, stepId);
        var change = new Change(
                fields.optionalId("changeId", StepStateId::of).orElseThrow(NotFoundException::new),
                fields.choice("state", State.class, "implementation.state"),
                fields.date("on", "implementation.on"),
                FreeWords.read(fields, "words", LONGEST));
        if (change.on().isAfter(LocalDate.now(clock))) {
            fields.fail("on", "implementation.on.future");
        }
        now.step()
                .lastChange()
                .filter(change.on()::isBefore)
                .ifPresent(last -> fields.fail("on", "implementation.on.before", page.date(last)));
        if (fields.ok()) {
            plan.move(actor, id, stepId, change);
            return done(id, "/" + stepId, "implementation.moved", after);
        }
        return one(now, fields, model);
    }

    private static String one(ImplementationPlan.One one, Fields fields, Model model) {
        model.addAttribute("one", one);
        model.addAttribute("fields", fields);
        return "initiative/implementation/step";
    }

    @GetMapping("/{stepId}/edit")
    String edit(
            Actor.Staff actor, @PathVariable InitiativeId id, @PathVariable ImplementationStepId stepId, Model model) {
        var one = plan.toChange(actor, id, stepId);
        var fields = Fields.empty().with("version", one.step().version());
        written(one.step()).forEach(fields::with);
        return form(one.head(), Optional.of(stepId), fields, model);
    }

    @PostMapping("/{stepId}/edit")
    String edit(
            Actor.Staff actor,
            @PathVariable InitiativeId id,
            @PathVariable ImplementationStepId stepId,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        var head = plan.toChange(actor, id, stepId).head();
        var step = read(fields, stepId);
        if (fields.ok()) {
            try {
                plan.change(actor, id, step);
                return done(id, "/" + stepId, "implementation.changed", after);
            } catch (ChangedMeanwhileException e) {
                var saved = plan.toChange(actor, id, stepId).step();
                fields.conflict(written(saved), saved.version());
            }
        }
        return form(head, Optional.of(stepId), fields, model);
    }

    @PostMapping("/{stepId}/remove")
    String remove(
            Actor.Staff actor,
            @PathVariable InitiativeId id,
            @PathVariable ImplementationStepId stepId,
            Fields fields,
            RedirectAttributes after) {
        try {
            plan.remove(actor, id, stepId, fields.version());
            return done(id, "", "implementation.removed", after);
        } catch (ChangedMeanwhileException e) {
            return done(id, "/" + stepId + "/edit", "affairs.changed-meanwhile", after);
        }
    }

    private static ImplementationStep read(Fields fields, ImplementationStepId id) {
        return new ImplementationStep(
                id,
                fields.number("position", 1, 1000),
                FreeWords.required(fields, "text", LONGEST, "implementation.text"),
                FreeWords.read(fields, "responsible", LONGEST_FUNCTION),
                fields.optionalDate("due"),
                List.of(),
                fields.version());
    }

    private static Map<String, String> written(ImplementationStep step) {
        return Map.of(
                "position", Integer.toString(step.position()),
                "text", step.text(),
                "responsible", step.responsible(),
                "due", step.due().map(LocalDate::toString).orElse(""));
    }

    private static String form(Affairs.Head head, Optional<ImplementationStepId> step, Fields fields, Model model) {
        model.addAttribute("head", head);
        model.addAttribute("step", step);
        model.addAttribute("fields", fields);
        return "initiative/implementation/form";
    }

    private static String done(InitiativeId id, String rest, String notice, RedirectAttributes after) {
        after.addFlashAttribute("notice", notice);
        return "redirect:/initiatives/" + id + "/steps" + rest;
    }
}
