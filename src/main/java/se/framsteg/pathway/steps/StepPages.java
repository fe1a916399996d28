package se.framsteg.pathway.steps;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.cases.Cases;
import se.framsteg.cases.Result;
import se.framsteg.pathway.sheet.Sheets;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.PathwayId;
import se.framsteg.ui.Fields;
import se.framsteg.ui.Page;

/** The pathways that a case goes by: to begin and end one, and to choose what there is to choose in it. */
@Controller
class StepPages {
    private final Steps steps;
    private final Sheets sheets;
    private final Cases cases;
    private final Clock clock;

    StepPages(Steps steps, Sheets sheets, Cases cases, Clock clock) {
        this.steps = steps;
        this.sheets = sheets;
        this.cases = cases;
        this.clock = clock;
    }

    @GetMapping("/cases/{caseId}/pathways")
    String all(Actor.Staff actor, @PathVariable CaseId caseId, Model model) {
        return all(actor, caseId, Fields.empty().with("id", FollowedId.create()).with("on", today()), model);
    }

    @PostMapping("/cases/{caseId}/pathways")
    String begin(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            Fields fields,
            @ModelAttribute("page") Page page,
            Model model,
            RedirectAttributes after) {
        var id = fields.optionalId("id", FollowedId::of).orElseThrow(NotFoundException::new);
        var pathway = fields.optionalId("pathway", PathwayId::of);
        if (pathway.isEmpty()) {
            fields.fail("pathway", "stages.pathway.required");
        }
        var on = fields.date("on", "stages.on");
        if (fields.ok()) {
            switch (steps.begin(actor, caseId, id, pathway.orElseThrow(), on)) {
                case Result.Done<?> _ -> {
                    after.addFlashAttribute("notice", "stages.begun");
                    return "redirect:/cases/" + caseId + "/pathways/" + id;
                }
                case Result.Refused<?> refused -> StagePages.tell(refused, fields, page);
                case Result.Stale<?>() ->
                    fields.with("id", FollowedId.create()).fail(meanwhile(actor, caseId, "stages.saved-already"));
            }
        }
        return all(actor, caseId, fields, model);
    }

    private String all(Actor.Staff actor, CaseId caseId, Fields fields, Model model) {
        model.addAttribute("view", steps.see(actor, caseId));
        var frame = cases.frame(actor, caseId);
        model.addAttribute("frame", frame);
        if (frame.opens(Action.SEE_WORKSHEET)) {
            model.addAttribute("sheets", sheets.all(actor, caseId));
        }
        model.addAttribute("fields", fields);
        return "pathway/steps/all";
    }

    @GetMapping("/cases/{caseId}/pathways/talk")
    String talk(Actor.Staff actor, @PathVariable CaseId caseId, Model model) {
        model.addAttribute("support", steps.talkSupport(actor, caseId));
        model.addAttribute("frame", cases.frame(actor, caseId));
        return "pathway/steps/talk";
    }

    @GetMapping("/cases/{caseId}/pathways/{followedId}")
    String see(Actor.Staff actor, @PathVariable CaseId caseId, @PathVariable("followedId") FollowedId id, Model model) {
        var followed = steps.see(actor, caseId, id);
        var frame = cases.frame(actor, caseId);
        model.addAttribute("followed", followed);
        model.addAttribute("frame", frame);
        if (frame.opens(Action.SEE_WORKSHEET)) {
            model.addAttribute("sheets", sheets.all(actor, caseId));
        }
        return "pathway/steps/followed";
    }

    @GetMapping("/cases/{caseId}/pathways/{followedId}/end")
    String askToEnd(
            Actor.Staff actor, @PathVariable CaseId caseId, @PathVariable("followedId") FollowedId id, Model model) {
        var followed = steps.see(actor, caseId, id);
        if (!changeable(actor, caseId, followed)) {
            return "redirect:/cases/" + caseId + "/pathways/" + id;
        }
        return end(actor, caseId, followed, Fields.empty().with("on", today()), model);
    }

    @PostMapping("/cases/{caseId}/pathways/{followedId}/end")
    String end(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable("followedId") FollowedId id,
            Fields fields,
            @ModelAttribute("page") Page page,
            Model model,
            RedirectAttributes after) {
        var on = fields.date("on", "stages.on");
        if (fields.ok()) {
            switch (steps.end(actor, caseId, id, fields.version(), on)) {
                case Result.Done<?> _ -> {
                    after.addFlashAttribute("notice", "stages.ended");
                    return "redirect:/cases/" + caseId + "/pathways";
                }
                case Result.Refused<?> refused -> StagePages.tell(refused, fields, page);
                case Result.Stale<?>() -> fields.fail(meanwhile(actor, caseId, "stages.changed-meanwhile"));
            }
        }
        return end(actor, caseId, steps.see(actor, caseId, id), fields, model);
    }

    private String end(Actor.Staff actor, CaseId caseId, Followed followed, Fields fields, Model model) {
        model.addAttribute("followed", followed);
        model.addAttribute("frame", cases.frame(actor, caseId));
        model.addAttribute("fields", fields.with("version", followed.version()));
        return "pathway/steps/end";
    }

    @PostMapping("/cases/{caseId}/pathways/{followedId}/withdraw")
    String withdraw(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable("followedId") FollowedId id,
            Fields fields,
            RedirectAttributes after) {
        var taken = steps.withdraw(actor, caseId, id, fields.version()) instanceof Result.Done<?>;
        var notice = taken ? "stages.withdrawn" : meanwhile(actor, caseId, "stages.changed-meanwhile");
        after.addFlashAttribute("notice", notice);
        return "redirect:/cases/" + caseId + "/pathways";
    }

    @GetMapping("/cases/{caseId}/pathways/{followedId}/choices/{list}")
    String ask(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable("followedId") FollowedId id,
            @PathVariable String list,
            Model model) {
        var followed = steps.see(actor, caseId, id);
        if (!changeable(actor, caseId, followed)) {
            return "redirect:/cases/" + caseId + "/pathways/" + id;
        }
        return choosing(actor, caseId, followed, list, written(followed, list), model);
    }

    @PostMapping("/cases/{caseId}/pathways/{followedId}/choices/{list}")
    String choose(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable("followedId") FollowedId id,
            @PathVariable String list,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        var point = fields.required("point", 100, "stages.choice");
        if (fields.ok()) {
            if (steps.choose(actor, caseId, id, list, fields.version(), point) instanceof Result.Done<?>) {
                after.addFlashAttribute("notice", "stages.chosen");
                return "redirect:/cases/" + caseId + "/pathways/" + id;
            }
            fields.fail(meanwhile(actor, caseId, "stages.changed-meanwhile"));
        }
        var now = steps.see(actor, caseId, id);
        return choosing(actor, caseId, now, list, fields.with("version", number(now, list)), model);
    }

    private static Fields written(Followed followed, String list) {
        var chosen = Optional.ofNullable(followed.choices().get(list));
        return Fields.empty()
                .with("version", number(followed, list))
                .with("point", chosen.map(Followed.Choice::point).orElse(""));
    }

    private static int number(Followed followed, String list) {
        return Optional.ofNullable(followed.choices().get(list))
                .map(Followed.Choice::number)
                .orElse(0);
    }

    private String choosing(
            Actor.Staff actor, CaseId caseId, Followed followed, String list, Fields fields, Model model) {
        model.addAttribute("followed", followed);
        model.addAttribute(
                "list",
                followed.toChoose().stream()
                        .filter(one -> one.key().equals(list))
                        .findFirst()
                        .orElseThrow(NotFoundException::new));
        model.addAttribute("frame", cases.frame(actor, caseId));
        model.addAttribute("fields", fields);
        return "pathway/steps/choice";
    }

    /** The text for what has come between: that the case has ended or stands still, or else this one. */
    private String meanwhile(Actor.Staff actor, CaseId caseId, String otherwise) {
        return StagePages.meanwhile(cases.frame(actor, caseId), otherwise);
    }

    private boolean changeable(Actor.Staff actor, CaseId caseId, Followed followed) {
        return followed.isOpen() && cases.frame(actor, caseId).opens(Action.FOLLOW_PATHWAY);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
