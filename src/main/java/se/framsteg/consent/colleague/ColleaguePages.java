package se.framsteg.consent.colleague;

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
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.StaffId;
import se.framsteg.ui.Fields;

/** Naming a colleague: first where, then whom. And ending it. */
@Controller
class ColleaguePages {
    private final Colleagues colleagues;
    private final Cases cases;

    ColleaguePages(Colleagues colleagues, Cases cases) {
        this.colleagues = colleagues;
        this.cases = cases;
    }

    /** A parameter {@code organisation} tells where to look. */
    @GetMapping("/cases/{caseId}/colleagues/new")
    @Transactional
    public String choose(Actor.Staff actor, @PathVariable CaseId caseId, Fields fields, Model model) {
        return form(actor, caseId, fields, model);
    }

    @PostMapping("/cases/{caseId}/colleagues/new")
    @Transactional
    public String name(
            Actor.Staff actor, @PathVariable CaseId caseId, Fields fields, Model model, RedirectAttributes after) {
        var staff = fields.optionalId("staff", StaffId::of);
        if (staff.isEmpty()) {
            fields.fail("staff", "colleague.staff.required");
            return form(actor, caseId, fields, model);
        }
        return switch (colleagues.name(actor, caseId, staff.get())) {
            case Result.Done<?> _ -> done(caseId, "colleague.named", after);
            case Result.Refused<?> refused -> {
                refused.tell(fields);
                yield form(actor, caseId, fields, model);
            }
            case Result.Stale<?>() -> done(caseId, "colleague.too-late", after);
        };
    }

    private String form(Actor.Staff actor, CaseId caseId, Fields fields, Model model) {
        model.addAttribute(
                "choices", colleagues.choices(actor, caseId, fields.optionalId("organisation", OrganisationId::of)));
        model.addAttribute("frame", cases.frame(actor, caseId));
        model.addAttribute("fields", fields);
        return "consent/colleague";
    }

    @PostMapping("/cases/{caseId}/colleagues/end")
    String end(Actor.Staff actor, @PathVariable CaseId caseId, Fields fields, RedirectAttributes after) {
        var staff = fields.optionalId("staff", StaffId::of).orElseThrow(NotFoundException::new);
        var ended = colleagues.end(actor, caseId, staff) instanceof Result.Done<?>;
        return done(caseId, ended ? "colleague.ended" : "colleague.too-late", after);
    }

    private static String done(CaseId caseId, String notice, RedirectAttributes after) {
        after.addFlashAttribute("notice", notice);
        return "redirect:/cases/" + caseId + "/consents";
    }
}
