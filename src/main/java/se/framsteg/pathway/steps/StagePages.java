package se.framsteg.pathway.steps;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.cases.CaseFrame;
import se.framsteg.cases.Cases;
import se.framsteg.cases.Result;
import se.framsteg.pathway.sheet.Sheets;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.ui.Fields;
import se.framsteg.ui.Page;

/** One stage of a pathway, with all that helps the work in it: to enter and to leave it. */
@Controller
class StagePages {
    private final Steps steps;
    private final Sheets sheets;
    private final Cases cases;
    private final Clock clock;

    StagePages(Steps steps, Sheets sheets, Cases cases, Clock clock) {
        this.steps = steps;
        this.sheets = sheets;
        this.cases = cases;
        this.clock = clock;
    }

    /** Whether what shows that a stage is reached is there. */
    enum Reached {
        YES,
        NO
    }

    @GetMapping("/cases/{caseId}/pathways/{followedId}/stages/{stage}")
    String see(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable("followedId") FollowedId id,
            @PathVariable String stage,
            Model model) {
        var followed = steps.see(actor, caseId, id);
        return stage(
                actor,
                caseId,
                followed,
                stage,
                Fields.empty().with("id", StayId.create()).with("on", today()),
                model);
    }

    @PostMapping("/cases/{caseId}/pathways/{followedId}/stages/{stage}")
    String enter(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable("followedId") FollowedId id,
            @PathVariable String stage,
            Fields fields,
            @ModelAttribute("page") Page page,
            Model model,
            RedirectAttributes after) {
        var stay = fields.optionalId("id", StayId::of).orElseThrow(NotFoundException::new);
        var on = fields.date("on", "stages.on");
        if (fields.ok()) {
            switch (steps.enter(actor, caseId, id, stay, stage, on)) {
                case Result.Done<?> _ -> {
                    return done(caseId, id, "stages.entered", after);
                }
                case Result.Refused<?> refused -> tell(refused, fields, page);
                case Result.Stale<?>() ->
                    fields.fail(meanwhile(cases.frame(actor, caseId), "stages.changed-meanwhile"));
            }
        }
        return stage(actor, caseId, steps.see(actor, caseId, id), stage, fields, model);
    }

    @PostMapping("/cases/{caseId}/pathways/{followedId}/stages/{stage}/{stayId}/leave")
    String leave(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable("followedId") FollowedId id,
            @PathVariable String stage,
            @PathVariable("stayId") StayId stay,
            Fields fields,
            @ModelAttribute("page") Page page,
            Model model,
            RedirectAttributes after) {
        var on = fields.date("on", "stages.on");
        var reached = fields.optionalChoice("reached", Reached.class).map(said -> said == Reached.YES);
        if (fields.ok()) {
            switch (steps.leave(actor, caseId, id, stay, fields.version(), on, reached)) {
                case Result.Done<?> _ -> {
                    return done(caseId, id, "stages.left", after);
                }
                case Result.Refused<?> refused -> tell(refused, fields, page);
                case Result.Stale<?>() ->
                    fields.fail(meanwhile(cases.frame(actor, caseId), "stages.changed-meanwhile"));
            }
        }
        return stage(actor, caseId, steps.see(actor, caseId, id), stage, fields, model);
    }

    @PostMapping("/cases/{caseId}/pathways/{followedId}/stages/{stage}/{stayId}/withdraw")
    String withdraw(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable("followedId") FollowedId id,
            @PathVariable String stage,
            @PathVariable("stayId") StayId stay,
            Fields fields,
            RedirectAttributes after) {
        var taken = steps.withdraw(actor, caseId, id, stay, fields.version()) instanceof Result.Done<?>;
        var notice =
                taken ? "stages.stay.withdrawn" : meanwhile(cases.frame(actor, caseId), "stages.changed-meanwhile");
        after.addFlashAttribute("notice", notice);
        return "redirect:/cases/" + caseId + "/pathways/" + id + "/stages/" + stage;
    }

    private static String done(CaseId caseId, FollowedId id, String notice, RedirectAttributes after) {
        after.addFlashAttribute("notice", notice);
        return "redirect:/cases/" + caseId + "/pathways/" + id;
    }

    private String stage(Actor.Staff actor, CaseId caseId, Followed followed, String key, Fields fields, Model model) {
        var stage = followed.pathway().stage(key).orElseThrow(NotFoundException::new);
        var now = followed.now(key);
        now.map(Stay::version).ifPresent(version -> fields.with("version", version));
        if (now.isEmpty() && fields.value("id").isEmpty()) {
            fields.with("id", StayId.create());
        }
        var frame = cases.frame(actor, caseId);
        model.addAttribute("followed", followed);
        model.addAttribute("stage", stage);
        model.addAttribute("frame", frame);
        if (frame.opens(Action.SEE_WORKSHEET)) {
            model.addAttribute("sheets", sheets.all(actor, caseId));
        }
        model.addAttribute("fields", fields);
        return "pathway/steps/stage";
    }

    /** Tells why not, with days as they are written in the reader’s language. */
    static void tell(Result.Refused<?> refused, Fields fields, Page page) {
        refused.reasons()
                .forEach(reason -> fields.fail(
                        reason.field(),
                        reason.key(),
                        reason.arguments().stream()
                                .map(one -> one instanceof LocalDate day ? page.date(day) : one)
                                .toArray()));
    }

    /** The text for what has come between: that the case has ended or stands still, or else this one. */
    static String meanwhile(CaseFrame frame, String otherwise) {
        if (frame.opens(Action.FOLLOW_PATHWAY)) {
            return otherwise;
        }
        return frame.restricted() ? "stages.restricted-meanwhile" : "case.ended-meanwhile";
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
