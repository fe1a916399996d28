package se.framsteg.retention;

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

/** The lead of a case holds it, or lets it go again. */
@Controller
class HoldPages {
    static final int LONGEST = 1000;

    private final Holds holds;
    private final Cases cases;

    HoldPages(Holds holds, Cases cases) {
        this.holds = holds;
        this.cases = cases;
    }

    @GetMapping("/cases/{id}/hold")
    String see(Actor.Staff staff, @PathVariable CaseId id, Model model) {
        return page(staff, id, Fields.empty(), model);
    }

    private String page(Actor.Staff staff, CaseId id, Fields fields, Model model) {
        model.addAttribute("hold", holds.see(staff, id));
        model.addAttribute("frame", cases.frame(staff, id));
        model.addAttribute("fields", fields);
        return "retention/hold";
    }

    @PostMapping("/cases/{id}/hold")
    String hold(Actor.Staff staff, @PathVariable CaseId id, Fields fields, Model model, RedirectAttributes after) {
        holds.see(staff, id);
        var reason = fields.required("reason", LONGEST, "hold.reason");
        if (fields.ok()) {
            return answer(id, holds.hold(staff, id, reason), after, "hold.set");
        }
        return page(staff, id, fields, model);
    }

    @PostMapping("/cases/{id}/hold/lift")
    String lift(Actor.Staff staff, @PathVariable CaseId id, RedirectAttributes after) {
        return answer(id, holds.lift(staff, id), after, "hold.lifted");
    }

    private static String answer(CaseId id, Result<CaseId> result, RedirectAttributes after, String notice) {
        after.addFlashAttribute("notice", result instanceof Result.Done<CaseId> ? notice : "hold.meanwhile");
        return "redirect:/cases/" + id + "/hold";
    }
}
