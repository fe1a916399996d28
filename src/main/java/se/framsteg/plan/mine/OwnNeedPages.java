package se.framsteg.plan.mine;

import static se.framsteg.plan.mine.OwnPlanPages.PAGE;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.cases.Result;
import se.framsteg.plan.Need;
import se.framsteg.plan.NeedId;
import se.framsteg.plan.OwnPlan;
import se.framsteg.plan.Preparation;
import se.framsteg.shared.NotFoundException;
import se.framsteg.ui.Fields;

/** The participant tells that a plan is needed, answers whether they want one, and prepares the meeting. */
@Controller
class OwnNeedPages {
    private final OwnPlan plan;

    OwnNeedPages(OwnPlan plan) {
        this.plan = plan;
    }

    @GetMapping(PAGE + "/behov")
    String blank(Actor.Respondent participant, Model model) {
        if (!plan.see(participant).writable()) {
            return "redirect:" + PAGE;
        }
        return raising(Fields.empty().with("id", NeedId.create()), model);
    }

    /** Goes on to the question: what is needed is one thing, and to want a plan another. */
    @PostMapping(PAGE + "/behov")
    String raise(Actor.Respondent participant, Fields fields, Model model, RedirectAttributes after) {
        var id = fields.optionalId("id", NeedId::of).orElseThrow(NotFoundException::new);
        var what = fields.required("what", 4000, "own-plan.raise.what");
        if (fields.ok()) {
            if (plan.raise(participant, id, what) instanceof Result.Done<?>) {
                after.addFlashAttribute("notice", "own-plan.raise.sent");
                return "redirect:" + PAGE + "/behov/" + id + "/svar";
            }
            if (plan.see(participant).writable()) {
                fields.with("id", NeedId.create()).fail("own-plan.saved-already");
            } else {
                fields.fail("own-plan.closed-meanwhile");
            }
        }
        plan.see(participant);
        return raising(fields, model);
    }

    private static String raising(Fields fields, Model model) {
        model.addAttribute("fields", fields);
        return "plan/mine/raise";
    }

    @GetMapping(PAGE + "/behov/{needId}/svar")
    String ask(Actor.Respondent participant, @PathVariable NeedId needId, Model model) {
        var view = plan.see(participant);
        var need = view.need(needId).orElseThrow(NotFoundException::new);
        if (!view.writable()) {
            return "redirect:" + PAGE;
        }
        return answering(need, Fields.empty().with("number", need.answers().size() + 1), model);
    }

    @PostMapping(PAGE + "/behov/{needId}/svar")
    String answer(
            Actor.Respondent participant,
            @PathVariable NeedId needId,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        var said = fields.choice("answer", Need.Said.class, "own-plan.answer");
        var words = fields.text("words", 2000);
        var number = fields.number("number", 1, 1000);
        if (fields.ok()) {
            if (plan.answer(participant, needId, number, said, words) instanceof Result.Done<?>) {
                var saved = "own-plan.answer.saved." + said;
                after.addFlashAttribute("notice", saved);
                return "redirect:" + PAGE;
            }
            fields.fail(plan.see(participant).writable() ? "own-plan.answer.meanwhile" : "own-plan.closed-meanwhile");
        }
        var need = plan.see(participant).need(needId).orElseThrow(NotFoundException::new);
        return answering(need, fields.with("number", need.answers().size() + 1), model);
    }

    private static String answering(Need need, Fields fields, Model model) {
        model.addAttribute("need", need);
        model.addAttribute("fields", fields);
        return "plan/mine/answer";
    }

    @GetMapping(PAGE + "/behov/{needId}/forbered")
    String prepare(Actor.Respondent participant, @PathVariable NeedId needId, Model model) {
        var preparing = plan.preparing(participant, needId);
        if (!plan.see(participant).writable()) {
            return "redirect:" + PAGE;
        }
        var fields = Fields.empty().with("version", preparing.version());
        written(preparing.preparation()).forEach(fields::with);
        return preparing(preparing.need(), fields, model);
    }

    @PostMapping(PAGE + "/behov/{needId}/forbered")
    String prepare(
            Actor.Respondent participant,
            @PathVariable NeedId needId,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        var preparation = new Preparation(
                fields.text("urgent", Preparation.LONGEST),
                fields.text("takeUp", Preparation.LONGEST),
                fields.text("notTakeUp", Preparation.LONGEST),
                fields.text("comes", Preparation.LONGEST),
                fields.text("place", Preparation.LONGEST),
                fields.text("support", Preparation.LONGEST));
        if (fields.ok()) {
            if (plan.prepare(participant, needId, fields.version(), preparation) instanceof Result.Done<?>) {
                after.addFlashAttribute("notice", "own-plan.prepare.saved");
                return "redirect:" + PAGE;
            }
            tellMeanwhile(participant, needId, fields);
        }
        return preparing(plan.see(participant).need(needId).orElseThrow(NotFoundException::new), fields, model);
    }

    private void tellMeanwhile(Actor.Respondent participant, NeedId id, Fields fields) {
        var view = plan.see(participant);
        if (!view.writable()) {
            fields.fail("own-plan.closed-meanwhile");
        } else if (view.need(id).filter(Need::wanted).isPresent()) {
            var now = plan.preparing(participant, id);
            fields.conflict(written(now.preparation()), now.version());
        } else {
            fields.fail("own-plan.prepare.no-longer-wanted");
        }
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

    private static String preparing(Need need, Fields fields, Model model) {
        model.addAttribute("need", need);
        model.addAttribute("fields", fields);
        return "plan/mine/preparation";
    }
}
