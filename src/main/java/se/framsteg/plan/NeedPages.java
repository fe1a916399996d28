package se.framsteg.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.cases.Cases;
import se.framsteg.cases.Result;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.ui.Fields;

/** How a plan begins: who has seen the need, what the person has answered, and how the meeting is prepared. */
@Controller
class NeedPages {
    private final Needs needs;
    private final Cases cases;
    private final Clock clock;

    NeedPages(Needs needs, Cases cases, Clock clock) {
        this.needs = needs;
        this.cases = cases;
        this.clock = clock;
    }

    @GetMapping("/cases/{caseId}/plan/needs/new")
    String blank(Actor.Staff actor, @PathVariable CaseId caseId, Model model) {
        if (!cases.frame(actor, caseId).opens(Action.CHANGE_PLAN)) {
            return "redirect:/cases/" + caseId + "/plan";
        }
        return form(actor, caseId, Fields.empty().with("id", NeedId.create()).with("on", LocalDate.now(clock)), model);
    }

    @PostMapping("/cases/{caseId}/plan/needs/new")
    String register(
            Actor.Staff actor, @PathVariable CaseId caseId, Fields fields, Model model, RedirectAttributes after) {
        var id = fields.optionalId("id", NeedId::of).orElseThrow(NotFoundException::new);
        var seen = seen(fields);
        needs.faults(seen).forEach(fault -> fault.tell(fields));
        if (fields.ok()) {
            switch (needs.register(actor, caseId, id, seen)) {
                case Result.Done<?> _ -> {
                    return done(caseId, "plan.need.registered", after);
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                case Result.Stale<?>() ->
                    fields.with("id", NeedId.create())
                            .fail(Meanwhile.of(cases.frame(actor, caseId), "plan.saved-already"));
            }
        }
        return form(actor, caseId, fields, model);
    }

    private static Need.Seen seen(Fields fields) {
        var what = fields.required("what", 4000, "plan.need.what");
        var by = fields.choice("by", Need.By.class, "plan.need.by");
        var outside = by == Need.By.RELATIVE || by == Need.By.OTHER_ORGANISATION;
        return new Need.Seen(by, outside ? fields.text("who", 200) : "", fields.date("on", "plan.need.on"), what);
    }

    private String form(Actor.Staff actor, CaseId caseId, Fields fields, Model model) {
        model.addAttribute("frame", cases.look(actor, caseId));
        model.addAttribute("fields", fields);
        return "plan/need";
    }

    @GetMapping("/cases/{caseId}/plan/needs/{needId}/answer")
    String ask(Actor.Staff actor, @PathVariable CaseId caseId, @PathVariable NeedId needId, Model model) {
        var need = needs.see(actor, caseId, needId);
        if (!cases.frame(actor, caseId).opens(Action.CHANGE_PLAN)) {
            return "redirect:/cases/" + caseId + "/plan";
        }
        var fields = Fields.empty().with("number", need.answers().size() + 1).with("saidOn", LocalDate.now(clock));
        return answer(actor, caseId, need, fields, model);
    }

    @PostMapping("/cases/{caseId}/plan/needs/{needId}/answer")
    String answer(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable NeedId needId,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        var said = fields.choice("answer", Need.Said.class, "plan.answer");
        var on = fields.date("saidOn", "plan.answer.on");
        var words = fields.text("words", 2000);
        var number = fields.number("number", 1, 1000);
        if (fields.ok()) {
            switch (needs.answer(actor, caseId, needId, number, said, on, words)) {
                case Result.Done<?> _ -> {
                    return done(caseId, "plan.answer.recorded." + said, after);
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                case Result.Stale<?>() ->
                    fields.fail(Meanwhile.of(cases.frame(actor, caseId), "plan.answered-meanwhile"));
            }
        }
        var need = needs.see(actor, caseId, needId);
        return answer(actor, caseId, need, fields.with("number", need.answers().size() + 1), model);
    }

    private String answer(Actor.Staff actor, CaseId caseId, Need need, Fields fields, Model model) {
        model.addAttribute("frame", cases.frame(actor, caseId));
        model.addAttribute("need", need);
        model.addAttribute("fields", fields);
        return "plan/answer";
    }

    @GetMapping("/cases/{caseId}/plan/needs/{needId}/preparation")
    String prepare(Actor.Staff actor, @PathVariable CaseId caseId, @PathVariable NeedId needId, Model model) {
        var preparing = needs.preparing(actor, caseId, needId);
        var fields = Fields.empty().with("version", preparing.version());
        written(preparing.preparation()).forEach(fields::with);
        model.addAttribute("byPerson", preparing.byPerson());
        return preparation(actor, caseId, preparing.need(), fields, model);
    }

    @PostMapping("/cases/{caseId}/plan/needs/{needId}/preparation")
    String prepare(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable NeedId needId,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        requirePreparing(actor, caseId);
        var preparation = preparation(fields);
        if (fields.ok()
                && needs.prepare(actor, caseId, needId, fields.version(), preparation) instanceof Result.Done<?>) {
            return done(caseId, "plan.preparation.saved", after);
        }
        var need = needs.see(actor, caseId, needId);
        if (fields.ok()) {
            savedMeanwhile(actor, caseId, need, fields);
        }
        return preparation(actor, caseId, need, fields, model);
    }

    /** A lead can change the plan and never prepares it; whoever else can't now could a moment ago. */
    private void requirePreparing(Actor.Staff actor, CaseId caseId) {
        var frame = cases.frame(actor, caseId);
        if (frame.opens(Action.CHANGE_PLAN) && !frame.opens(Action.PREPARE_PLAN)) {
            throw new NotFoundException();
        }
    }

    private void savedMeanwhile(Actor.Staff actor, CaseId caseId, Need need, Fields fields) {
        if (!cases.frame(actor, caseId).opens(Action.PREPARE_PLAN)) {
            fields.fail(Meanwhile.of(cases.frame(actor, caseId), "case.ended-meanwhile"));
        } else if (need.wanted()) {
            var now = needs.preparing(actor, caseId, need.id());
            fields.conflict(written(now.preparation()), now.version());
        } else {
            fields.fail("plan.preparation.no-longer-wanted");
        }
    }

    private static Preparation preparation(Fields fields) {
        return new Preparation(
                fields.text("urgent", Preparation.LONGEST),
                fields.text("takeUp", Preparation.LONGEST),
                fields.text("notTakeUp", Preparation.LONGEST),
                fields.text("comes", Preparation.LONGEST),
                fields.text("place", Preparation.LONGEST),
                fields.text("support", Preparation.LONGEST));
    }

    private static Map<String, String> written(Preparation preparation) {
        return Map.of(
                "urgent", preparation.urgent(),
                "takeUp", preparation.takeUp(),
                "notTakeUp", preparation.notTakeUp(),
                "comes", preparation.comes(),
                "place", preparation.place(),
                "support", preparation.support());
    }

    private String preparation(Actor.Staff actor, CaseId caseId, Need need, Fields fields, Model model) {
        model.addAttribute("frame", cases.frame(actor, caseId));
        model.addAttribute("need", need);
        model.addAttribute("fields", fields);
        return "plan/preparation";
    }

    private static String done(CaseId caseId, String notice, RedirectAttributes after) {
        after.addFlashAttribute("notice", notice);
        return "redirect:/cases/" + caseId + "/plan";
    }
}
