package se.framsteg.employment.support;

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
import se.framsteg.employment.EmploymentId;
import se.framsteg.employment.support.SupportPlan.Agreed;
import se.framsteg.employment.support.Supports.Shown;
import se.framsteg.shared.CaseId;
import se.framsteg.ui.Fields;

/** The support at one job, with its rhythm and what was agreed on; and whom it is time to talk with. */
@Controller
class SupportPages {
    private static final String PATH = "/cases/{caseId}/employments/{id}/support";

    private final Supports supports;
    private final Cases cases;
    private final Clock clock;

    SupportPages(Supports supports, Cases cases, Clock clock) {
        this.supports = supports;
        this.cases = cases;
        this.clock = clock;
    }

    @GetMapping("/support")
    String round(Actor.Staff actor, Model model) {
        model.addAttribute("round", supports.round(actor));
        return "employment/round";
    }

    @GetMapping(PATH)
    String see(Actor.Staff actor, @PathVariable CaseId caseId, @PathVariable EmploymentId id, Model model) {
        var shown = supports.see(actor, caseId, id);
        var fields = Fields.empty().with("on", LocalDate.now(clock)).with("version", shown.version());
        shown.plans().stream()
                .findFirst()
                .ifPresent(plan -> fields.with("withPerson", plan.agreed().withPerson())
                        .with("withEmployer", plan.agreed().withEmployer())
                        .with("givenBy", plan.agreed().givenBy()));
        return page(actor, caseId, shown, fields, model);
    }

    @PostMapping(PATH)
    String agree(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable EmploymentId id,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        var agreed = new Agreed(
                fields.text("withPerson", 4000), fields.text("withEmployer", 4000), fields.text("givenBy", 200));
        if (fields.ok()) {
            switch (supports.agree(actor, caseId, id, fields.version(), agreed)) {
                case Result.Done<?> _ -> {
                    return done(caseId, id, "support.agreed.saved", after);
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                case Result.Stale<?>() -> fields.fail("support.agreed.meanwhile");
            }
        }
        var now = supports.see(actor, caseId, id);
        return page(actor, caseId, now, fields.with("version", now.version()).with("on", LocalDate.now(clock)), model);
    }

    @PostMapping(PATH + "/wish")
    String wish(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable EmploymentId id,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        var wish = new Wish(
                fields.date("on", "support.wish.on"),
                fields.choice("wanted", Wish.Wanted.class, "support.wish") == Wish.Wanted.YES,
                fields.text("words", 1000));
        if (fields.ok()) {
            switch (supports.wish(actor, caseId, id, wish)) {
                case Result.Done<?> _ -> {
                    return done(caseId, id, "support.wish.saved", after);
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                case Result.Stale<?>() -> fields.fail("employment.withdrawn-meanwhile");
            }
        }
        var now = supports.see(actor, caseId, id);
        now.plans().stream()
                .findFirst()
                .ifPresent(plan -> fields.with("withPerson", plan.agreed().withPerson())
                        .with("withEmployer", plan.agreed().withEmployer())
                        .with("givenBy", plan.agreed().givenBy()));
        return page(actor, caseId, now, fields.with("version", now.version()), model);
    }

    private static String done(CaseId caseId, EmploymentId id, String notice, RedirectAttributes after) {
        after.addFlashAttribute("notice", notice);
        return "redirect:/cases/" + caseId + "/employments/" + id + "/support";
    }

    private String page(Actor.Staff actor, CaseId caseId, Shown shown, Fields fields, Model model) {
        model.addAttribute("frame", cases.frame(actor, caseId));
        model.addAttribute("shown", shown);
        model.addAttribute("fields", fields);
        return "employment/support";
    }
}
