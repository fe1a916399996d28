package se.framsteg.plan;

import java.time.Clock;
import java.time.LocalTime;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
import se.framsteg.plan.document.PlanDocuments;
import se.framsteg.plan.meeting.Meeting;
import se.framsteg.plan.meeting.Meetings;
import se.framsteg.shared.CaseId;
import se.framsteg.ui.Fields;
import se.framsteg.ui.Page;

/** The screen of a meeting, and what is written there in running text. A script saves each text while it is written. */
@Controller
class TextPages {
    private final Plans plans;
    private final Meetings meetings;
    private final PlanDocuments documents;
    private final Cases cases;
    private final Clock clock;

    TextPages(Plans plans, Meetings meetings, PlanDocuments documents, Cases cases, Clock clock) {
        this.plans = plans;
        this.meetings = meetings;
        this.documents = documents;
        this.cases = cases;
        this.clock = clock;
    }

    @GetMapping("/cases/{caseId}/plan/{planId}/meeting")
    String meeting(Actor.Staff actor, @PathVariable CaseId caseId, @PathVariable PlanId planId, Model model) {
        var frame = cases.frame(actor, caseId);
        var view = plans.see(actor, caseId);
        if (!view.changeable() || !view.plan(planId).isOpen()) {
            return "redirect:/cases/" + caseId + "/plan";
        }
        model.addAttribute("view", view);
        model.addAttribute("plan", view.plan(planId));
        model.addAttribute("last", documents.settledLast(actor, caseId, planId));
        model.addAttribute("ahead", meetings.card(actor, caseId).meeting().map(Meeting::id));
        model.addAttribute("prepared", meetings.prepared(actor, caseId));
        model.addAttribute("frame", frame);
        return "plan/meeting";
    }

    @GetMapping("/cases/{caseId}/plan/{planId}/texts/{part}")
    String open(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable PlanId planId,
            @PathVariable Plan.Part part,
            Model model) {
        if (!cases.frame(actor, caseId).opens(Action.CHANGE_PLAN)) {
            return "redirect:/cases/" + caseId + "/plan";
        }
        var plan = plans.see(actor, caseId).plan(planId);
        var fields = Fields.empty()
                .with("version", plan.text(part).version())
                .with(part.name(), plan.text(part).text());
        return form(actor, caseId, plan, part, fields, model);
    }

    @PostMapping("/cases/{caseId}/plan/{planId}/texts/{part}")
    String save(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable PlanId planId,
            @PathVariable Plan.Part part,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        var text = fields.text(part.name(), Plan.Text.LONGEST);
        if (fields.ok() && plans.write(actor, caseId, planId, part, text, fields.version()) instanceof Result.Done<?>) {
            after.addFlashAttribute("notice", "plan.text.saved");
            return Back.to(fields, caseId, planId, part.name());
        }
        var plan = plans.see(actor, caseId).plan(planId);
        if (fields.ok()) {
            Meanwhile.tell(cases.frame(actor, caseId), plan, fields, now -> {
                var saved = now.text(part);
                fields.conflict(Map.of(part.name(), saved.text()), saved.version());
            });
        }
        return form(actor, caseId, plan, part, fields, model);
    }

    private String form(Actor.Staff actor, CaseId caseId, Plan plan, Plan.Part part, Fields fields, Model model) {
        model.addAttribute("plan", plan);
        model.addAttribute("part", part);
        model.addAttribute("frame", cases.frame(actor, caseId));
        model.addAttribute("fields", fields);
        return "plan/text";
    }

    /** For the script: saves and answers with a line to show, and the text's new version as the entity tag. */
    @PostMapping("/cases/{caseId}/plan/{planId}/texts/{part}/autosave")
    ResponseEntity<String> autosave(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable PlanId planId,
            @PathVariable Plan.Part part,
            Fields fields,
            @ModelAttribute(name = "page", binding = false) Page page) {
        cases.frame(actor, caseId);
        var text = fields.text(part.name(), Plan.Text.LONGEST);
        if (!fields.ok()) {
            return answer(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    fields.problems().getFirst().text(page));
        }
        return plans.write(actor, caseId, planId, part, text, fields.version())
                        instanceof Result.Done<Integer>(var saved)
                ? ResponseEntity.ok()
                        .eTag(saved.toString())
                        .contentType(MediaType.TEXT_PLAIN)
                        .body(page.t("note.saved-at", page.time(LocalTime.now(clock))))
                : answer(HttpStatus.CONFLICT, page.t("plan.text.saved-elsewhere"));
    }

    private static ResponseEntity<String> answer(HttpStatus status, String text) {
        return ResponseEntity.status(status).contentType(MediaType.TEXT_PLAIN).body(text);
    }
}
