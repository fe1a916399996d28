package se.framsteg.group;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.cases.Cases;
import se.framsteg.cases.Result;
import se.framsteg.group.Enrolment.End;
import se.framsteg.group.Enrolment.EndReason;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.ui.Fields;

/** Enrolling: several in a group at once, and in a case, where it is ended as well. */
@Controller
class EnrolmentPages {
    private final Enrolments enrolments;
    private final Groups groups;
    private final Cases cases;
    private final Clock clock;

    EnrolmentPages(Enrolments enrolments, Groups groups, Cases cases, Clock clock) {
        this.enrolments = enrolments;
        this.groups = groups;
        this.cases = cases;
        this.clock = clock;
    }

    @GetMapping("/groups/{id}/enrol")
    String choose(Actor.Staff actor, @PathVariable GroupId id, Model model) {
        var fields = Fields.empty().with("from", LocalDate.now(clock));
        return chooseForm(actor, id, fields, model);
    }

    @PostMapping("/groups/{id}/enrol")
    String enrol(Actor.Staff actor, @PathVariable GroupId id, Fields fields, Model model, RedirectAttributes after) {
        var chosen = fields.ids("cases", CaseId::of);
        var from = fields.date("from", "group.from");
        if (chosen.isEmpty()) {
            fields.fail("cases", "group.cases.required");
        }
        if (fields.ok()) {
            switch (enrolments.enrol(actor, id, chosen, from)) {
                case Result.Done<Integer>(var done) -> {
                    var notice = done < chosen.size() ? "group.enrolled-some" : "group.enrolled";
                    after.addFlashAttribute("notice", notice);
                    return "redirect:/groups/" + id;
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                case Result.Stale<?>() -> fields.fail("group.changed-meanwhile");
            }
        }
        return chooseForm(actor, id, fields, model);
    }

    private String chooseForm(Actor.Staff actor, GroupId id, Fields fields, Model model) {
        model.addAttribute("view", groups.see(actor, id));
        model.addAttribute("choices", enrolments.choices(actor, id));
        model.addAttribute("fields", fields);
        return "group/enrol";
    }

    @GetMapping("/cases/{caseId}/groups")
    String ofCase(Actor.Staff actor, @PathVariable CaseId caseId, Model model) {
        var fields = Fields.empty().with("id", EnrolmentId.create()).with("from", LocalDate.now(clock));
        return ofCase(actor, caseId, fields, model);
    }

    @PostMapping("/cases/{caseId}/groups")
    String enrol(Actor.Staff actor, @PathVariable CaseId caseId, Fields fields, Model model, RedirectAttributes after) {
        var id = fields.optionalId("id", EnrolmentId::of).orElseThrow(NotFoundException::new);
        var group = fields.optionalId("group", GroupId::of);
        if (group.isEmpty()) {
            fields.fail("group", "group.choose.required");
        }
        var from = fields.date("from", "group.from");
        var name = fields.text("agreedName", Enrolment.LONGEST_NAME);
        if (fields.ok()) {
            switch (enrolments.enrol(actor, caseId, id, group.orElseThrow(), name, from)) {
                case Result.Done<?> _ -> {
                    after.addFlashAttribute("notice", "group.enrolled");
                    return "redirect:/cases/" + caseId + "/groups";
                }
                // Nothing was saved: what is sent next is about something new.
                case Result.Refused<?> refused -> refused.tell(fields.with("id", EnrolmentId.create()));
                case Result.Stale<?>() -> fields.fail("group.case-closed");
            }
        }
        return ofCase(actor, caseId, fields, model);
    }

    private String ofCase(Actor.Staff actor, CaseId caseId, Fields fields, Model model) {
        model.addAttribute("of", enrolments.of(actor, caseId));
        model.addAttribute("frame", cases.frame(actor, caseId));
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("fields", fields);
        return "group/of-case";
    }

    @GetMapping("/cases/{caseId}/groups/{enrolmentId}")
    @Transactional
    public String see(
            Actor.Staff actor, @PathVariable CaseId caseId, @PathVariable EnrolmentId enrolmentId, Model model) {
        return one(actor, caseId, enrolmentId, Fields.empty().with("on", LocalDate.now(clock)), model);
    }

    @PostMapping("/cases/{caseId}/groups/{enrolmentId}/leave")
    String leave(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable EnrolmentId enrolmentId,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        var on = fields.date("on", "group.left");
        var reason = fields.optionalChoice("reason", EndReason.class).filter(one -> one != EndReason.CASE_ENDED);
        if (reason.isEmpty()) {
            fields.fail("reason", "group.left.reason.required");
        }
        if (fields.ok()) {
            switch (enrolments.leave(actor, caseId, enrolmentId, fields.version(), new End(on, reason.orElseThrow()))) {
                case Result.Done<?> _ -> {
                    after.addFlashAttribute("notice", "group.left.saved");
                    return "redirect:/cases/" + caseId + "/groups";
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                case Result.Stale<?>() -> fields.fail("group.changed-meanwhile");
            }
        }
        return one(actor, caseId, enrolmentId, fields, model);
    }

    @PostMapping("/cases/{caseId}/groups/{enrolmentId}/name")
    String name(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable EnrolmentId enrolmentId,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        var name = fields.text("agreedName", Enrolment.LONGEST_NAME);
        if (fields.ok()) {
            switch (enrolments.name(actor, caseId, enrolmentId, fields.version(), name)) {
                case Result.Done<?> _ -> {
                    after.addFlashAttribute("notice", "form.saved");
                    return "redirect:/cases/" + caseId + "/groups/" + enrolmentId;
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                case Result.Stale<?>() -> fields.fail("group.changed-meanwhile");
            }
        }
        return one(actor, caseId, enrolmentId, fields.with("on", LocalDate.now(clock)), model);
    }

    private String one(Actor.Staff actor, CaseId caseId, EnrolmentId id, Fields fields, Model model) {
        var view = enrolments.see(actor, caseId, id);
        var enrolment = view.line().enrolment();
        if (fields.values("agreedName").isEmpty()) {
            fields.with("agreedName", enrolment.agreedName());
        }
        model.addAttribute("view", view);
        model.addAttribute("frame", cases.frame(actor, caseId));
        model.addAttribute("fields", fields.with("version", enrolment.version()));
        return "group/enrolment";
    }
}
