package se.framsteg.initiative.goal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.initiative.Affairs;
import se.framsteg.initiative.FreeWords;
import se.framsteg.initiative.goal.Goal.Measure;
import se.framsteg.shared.ChangedMeanwhileException;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.ui.Fields;

/** What an initiative is to reach: the list, one goal with what was typed in of it, and their forms. */
@Controller
@RequestMapping("/initiatives/{id}/goals")
class InitiativeGoalPages {
    private static final int LONGEST_REASON = 1000;

    private final Goals goals;
    private final Clock clock;

    InitiativeGoalPages(Goals goals, Clock clock) {
        this.goals = goals;
        this.clock = clock;
    }

    @GetMapping
    String see(Actor.Staff actor, @PathVariable InitiativeId id, Model model) {
        model.addAttribute("view", goals.see(actor, id));
        return "initiative/goal/goals";
    }

    /** Asks first what is measured: the form depends on that. */
    @GetMapping("/new")
    String blank(
            Actor.Staff actor, @PathVariable InitiativeId id, @RequestParam Optional<Measure> measure, Model model) {
        var view = goals.toAdd(actor, id);
        if (measure.isEmpty()) {
            model.addAttribute("head", view.head());
            model.addAttribute("offered", Measure.offered(view.head().structural()));
            return "initiative/goal/choose";
        }
        var last = view.goals().stream().mapToInt(Goal::position).max().orElse(0);
        var fields = Fields.empty()
                .with("id", GoalId.create())
                .with("position", Math.min(last + 1, 1000))
                .with("due", view.head().endsOn().orElse(null));
        return form(view.head(), Optional.empty(), measure.get(), fields, model);
    }

    @PostMapping("/new")
    String add(
            Actor.Staff actor,
            @PathVariable InitiativeId id,
            @RequestParam(defaultValue = "FREE") Measure measure,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        var head = goals.toAdd(actor, id).head();
        var goal = fields.optionalId("id", GoalId::of).orElseThrow(NotFoundException::new);
        if (!Measure.offered(head.structural()).contains(measure)) {
            throw new NotFoundException();
        }
        var written = GoalForm.read(fields, measure);
        if (fields.ok()) {
            goals.add(actor, id, goal, measure, written);
            return done(id, "", "goal.added", after);
        }
        return form(head, Optional.empty(), measure, fields, model);
    }

    @GetMapping("/{goalId}")
    String see(Actor.Staff actor, @PathVariable InitiativeId id, @PathVariable GoalId goalId, Model model) {
        return one(goals.see(actor, id, goalId), blankResult(), model);
    }

    private Fields blankResult() {
        return Fields.empty().with("resultId", GoalResultId.create()).with("reached", LocalDate.now(clock));
    }

    @PostMapping("/{goalId}/results")
    String reached(
            Actor.Staff actor,
            @PathVariable InitiativeId id,
            @PathVariable GoalId goalId,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        var now = goals.changeable(actor, id, goalId);
        if (now.goal().measure() != Measure.FREE) {
            throw new NotFoundException();
        }
        var result = GoalForm.readResult(
                fields, fields.optionalId("resultId", GoalResultId::of).orElseThrow(NotFoundException::new), clock);
        if (fields.ok()) {
            goals.reached(actor, id, goalId, result);
            return done(id, "/" + goalId, "goal.result.added", after);
        }
        return one(now, fields, model);
    }

    @GetMapping("/{goalId}/edit")
    String edit(Actor.Staff actor, @PathVariable InitiativeId id, @PathVariable GoalId goalId, Model model) {
        var one = goals.changeable(actor, id, goalId);
        var fields = Fields.empty()
                .with("version", one.goal().version())
                .with("outcomes", one.goal().outcomes());
        GoalForm.written(one.goal()).forEach(fields::with);
        return form(one.head(), Optional.of(goalId), one.goal().measure(), fields, model);
    }

    @PostMapping("/{goalId}/edit")
    String edit(
            Actor.Staff actor,
            @PathVariable InitiativeId id,
            @PathVariable GoalId goalId,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        var now = goals.changeable(actor, id, goalId);
        var measure = now.goal().measure();
        var written = GoalForm.read(fields, measure);
        if (fields.ok()) {
            try {
                goals.change(actor, id, goalId, written, fields.version());
                return done(id, "/" + goalId, "goal.changed", after);
            } catch (ChangedMeanwhileException e) {
                var saved = goals.changeable(actor, id, goalId).goal();
                var meanwhile = new LinkedHashMap<>(GoalForm.written(saved));
                if (!saved.outcomes().equals(written.outcomes())) {
                    meanwhile.put("outcomes", Fields.several(saved.outcomes()));
                }
                fields.conflict(meanwhile, saved.version());
            }
        }
        return form(now.head(), Optional.of(goalId), measure, fields, model);
    }

    @PostMapping("/{goalId}/withdraw")
    String withdraw(
            Actor.Staff actor,
            @PathVariable InitiativeId id,
            @PathVariable GoalId goalId,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        var now = goals.changeable(actor, id, goalId);
        var reason = FreeWords.required(fields, "reason", LONGEST_REASON, "goal.withdraw.reason");
        if (!fields.ok()) {
            return one(now, fields.with("resultId", GoalResultId.create()), model);
        }
        try {
            goals.withdraw(actor, id, goalId, reason, fields.version());
            return done(id, "", "goal.withdrawn.notice", after);
        } catch (ChangedMeanwhileException e) {
            return done(id, "/" + goalId, "affairs.changed-meanwhile", after);
        }
    }

    private static String one(Goals.One one, Fields fields, Model model) {
        model.addAttribute("one", one);
        model.addAttribute("fields", fields.with("version", one.goal().version()));
        return "initiative/goal/goal";
    }

    private static String form(Affairs.Head head, Optional<GoalId> goal, Measure measure, Fields fields, Model model) {
        model.addAttribute("head", head);
        model.addAttribute("goal", goal);
        model.addAttribute("measure", measure);
        model.addAttribute("fields", fields);
        return "initiative/goal/form";
    }

    private static String done(InitiativeId id, String rest, String notice, RedirectAttributes after) {
        after.addFlashAttribute("notice", notice);
        return "redirect:/initiatives/" + id + "/goals" + rest;
    }
}
