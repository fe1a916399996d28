package se.framsteg.cases.restriction;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.cases.Cases;
import se.framsteg.cases.Result;
import se.framsteg.shared.CaseId;
import se.framsteg.ui.Fields;

/** Restricts what is done with a case, and lifts that again. */
@Controller
class RestrictionPages {
    private static final int LONGEST = 1000;

    private final Restrictions restrictions;
    private final Cases cases;
    private final Clock clock;

    RestrictionPages(Restrictions restrictions, Cases cases, Clock clock) {
        this.restrictions = restrictions;
        this.cases = cases;
        this.clock = clock;
    }

    @GetMapping("/cases/{id}/restriction")
    String see(Actor.Staff staff, @PathVariable CaseId id, Model model) {
        return page(staff, id, Fields.empty().with("saidOn", LocalDate.now(clock)), model);
    }

    private String page(Actor.Staff staff, CaseId id, Fields fields, Model model) {
        model.addAttribute("restriction", restrictions.see(staff, id));
        model.addAttribute("frame", cases.frame(staff, id));
        model.addAttribute("fields", fields);
        return "cases/restriction";
    }

    @PostMapping("/cases/{id}/restriction")
    String restrict(Actor.Staff staff, @PathVariable CaseId id, Fields fields, Model model, RedirectAttributes after) {
        restrictions.see(staff, id);
        var reason = fields.required("reason", LONGEST, "restriction.reason");
        var saidOn = fields.date("saidOn", "restriction.said-on");
        return fields.ok()
                ? answer(
                        staff,
                        id,
                        restrictions.restrict(staff, id, reason, saidOn),
                        fields,
                        model,
                        after,
                        "restriction.set")
                : page(staff, id, fields, model);
    }

    @PostMapping("/cases/{id}/restriction/lift")
    String lift(Actor.Staff staff, @PathVariable CaseId id, Fields fields, Model model, RedirectAttributes after) {
        restrictions.see(staff, id);
        var reason = fields.required("liftedReason", LONGEST, "restriction.lifted-reason");
        return fields.ok()
                ? answer(staff, id, restrictions.lift(staff, id, reason), fields, model, after, "restriction.lifted")
                : page(staff, id, fields, model);
    }

    private String answer(
            Actor.Staff staff,
            CaseId id,
            Result<CaseId> result,
            Fields fields,
            Model model,
            RedirectAttributes after,
            String notice) {
        switch (result) {
            case Result.Done<?> _ -> {
                after.addFlashAttribute("notice", notice);
                return "redirect:/cases/" + id + "/restriction";
            }
            case Result.Refused<?> refused -> refused.tell(fields);
            case Result.Stale<?>() -> fields.fail("restriction.meanwhile");
        }
        return page(staff, id, fields, model);
    }
}
