package se.framsteg.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.StaffId;
import se.framsteg.ui.Fields;

/** Who has had the case, and giving it to another. */
@Controller
class AssignmentPages {
    private final Cases cases;
    private final Clock clock;

    AssignmentPages(Cases cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    @GetMapping("/cases/{id}/assignments")
    String see(Actor.Staff actor, @PathVariable CaseId id, Model model) {
        var view = cases.see(actor, id);
        var fields = Fields.empty().with("version", view.version()).with("on", LocalDate.now(clock));
        return page(actor, view, fields, model);
    }

    @PostMapping("/cases/{id}/assignments")
    String assign(Actor.Staff actor, @PathVariable CaseId id, Fields fields, Model model, RedirectAttributes after) {
        if (!cases.see(actor, id).assignable()) {
            throw new NotFoundException();
        }
        var to = fields.optionalId("caseworker", StaffId::of);
        if (to.isEmpty()) {
            fields.fail("caseworker", "assignment.caseworker.required");
        }
        var on = fields.date("on", "assignment.on");
        var reason = fields.required("reason", 1000, "assignment.reason");
        if (fields.ok()) {
            switch (cases.assign(actor, id, fields.version(), to.orElseThrow(), on, reason)) {
                case Result.Done<?> _ -> {
                    after.addFlashAttribute("notice", "assignment.done");
                    return "redirect:/cases/" + id + "/assignments";
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                case Result.Stale<?>() -> changedMeanwhile(cases.see(actor, id), fields);
            }
        }
        return page(actor, cases.see(actor, id), fields, model);
    }

    /** The table beside the form shows who has the case now. */
    private static void changedMeanwhile(CaseView now, Fields fields) {
        if (now.assignable()) {
            fields.conflict(Map.of(), now.version());
        } else {
            fields.fail("case.ended-meanwhile");
        }
    }

    private String page(Actor.Staff actor, CaseView view, Fields fields, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("held", cases.assignments(actor, view.frame().id()));
        model.addAttribute("caseworkers", cases.caseworkers(actor, view.frame().id()));
        model.addAttribute("fields", fields);
        return "cases/assignments";
    }
}
