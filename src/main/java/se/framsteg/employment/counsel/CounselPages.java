package se.framsteg.employment.counsel;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.cases.Cases;
import se.framsteg.cases.Result;
import se.framsteg.employment.EmploymentId;
import se.framsteg.employment.counsel.Counselling.About;
import se.framsteg.employment.counsel.Counselling.GivenBy;
import se.framsteg.employment.counsel.Counselling.Occasion;
import se.framsteg.employment.counsel.Disclosure.Decision;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.ui.Fields;

/** To register a talk about money, or about what an employer may be told; and to withdraw one. */
@Controller
class CounselPages {
    private final Counsellings counsellings;
    private final Disclosures disclosures;
    private final JobsToTellOf jobs;
    private final Cases cases;
    private final Guard guard;
    private final Clock clock;

    CounselPages(
            Counsellings counsellings,
            Disclosures disclosures,
            JobsToTellOf jobs,
            Cases cases,
            Guard guard,
            Clock clock) {
        this.counsellings = counsellings;
        this.disclosures = disclosures;
        this.jobs = jobs;
        this.cases = cases;
        this.guard = guard;
        this.clock = clock;
    }

    @GetMapping("/cases/{caseId}/counselling/new")
    String counselling(Actor.Staff actor, @PathVariable CaseId caseId, Model model) {
        return changeable(actor, caseId)
                ? counselling(actor, caseId, blank(), model)
                : "redirect:/cases/" + cases.frame(actor, caseId).id();
    }

    @PostMapping("/cases/{caseId}/counselling/new")
    String counselling(
            Actor.Staff actor, @PathVariable CaseId caseId, Fields fields, Model model, RedirectAttributes after) {
        var id = fields.optionalId("id", TalkId::of).orElseThrow(NotFoundException::new);
        var details = new Counselling.Details(
                fields.date("on", "counsel.on"),
                fields.choice("givenBy", GivenBy.class, "counselling.given-by"),
                fields.choice("occasion", Occasion.class, "counselling.occasion"),
                fields.choices("about", About.class),
                fields.text("words", 1000));
        counsellings.faults(details).forEach(fault -> fault.tell(fields));
        if (fields.ok()) {
            switch (counsellings.register(actor, caseId, id, details)) {
                case Result.Done<?> _ -> {
                    return done(caseId, "counselling.registered", after);
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                case Result.Stale<?>() -> fields.with("id", TalkId.create()).fail("employment.saved-already");
            }
        }
        return counselling(actor, caseId, fields, model);
    }

    private String counselling(Actor.Staff actor, CaseId caseId, Fields fields, Model model) {
        model.addAttribute("frame", cases.look(actor, caseId));
        model.addAttribute("fields", fields);
        return "employment/counselling";
    }

    /** @param job that it is about, to begin from */
    @GetMapping("/cases/{caseId}/disclosures/new")
    String disclosure(Actor.Staff actor, @PathVariable CaseId caseId, @RequestParam Optional<String> job, Model model) {
        return changeable(actor, caseId)
                ? disclosure(actor, caseId, blank().with("job", job.orElse("")), model)
                : "redirect:/cases/" + cases.frame(actor, caseId).id();
    }

    @PostMapping("/cases/{caseId}/disclosures/new")
    String disclosure(
            Actor.Staff actor, @PathVariable CaseId caseId, Fields fields, Model model, RedirectAttributes after) {
        var id = fields.optionalId("id", TalkId::of).orElseThrow(NotFoundException::new);
        var details = new Disclosure.Details(
                fields.date("on", "counsel.on"),
                fields.optionalId("job", EmploymentId::of),
                fields.checked("prosAndCons"),
                fields.choice("decision", Decision.class, "disclosure.decision"),
                fields.text("mayTell", 1000));
        if (details.job().isEmpty() && !fields.value("job").isBlank()) {
            fields.fail("job", "disclosure.job.unknown");
        }
        if (fields.problem("decision").isEmpty()) {
            disclosures.faults(details).forEach(fault -> fault.tell(fields));
        }
        if (fields.ok()) {
            switch (disclosures.register(actor, caseId, id, details)) {
                case Result.Done<?> _ -> {
                    return done(caseId, "disclosure.registered", after);
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                case Result.Stale<?>() -> fields.with("id", TalkId.create()).fail("employment.saved-already");
            }
        }
        return disclosure(actor, caseId, fields, model);
    }

    private String disclosure(Actor.Staff actor, CaseId caseId, Fields fields, Model model) {
        model.addAttribute("frame", cases.look(actor, caseId));
        model.addAttribute("jobs", jobs.of(actor, caseId));
        model.addAttribute("fields", fields);
        return "employment/disclosure";
    }

    @GetMapping("/cases/{caseId}/counselling/{id}/withdraw")
    String withdrawCounselling(Actor.Staff actor, @PathVariable CaseId caseId, @PathVariable TalkId id, Model model) {
        return changeable(actor, caseId)
                ? withdrawal(actor, caseId, "counselling/" + id, Fields.empty(), model)
                : "redirect:/cases/" + cases.frame(actor, caseId).id();
    }

    @PostMapping("/cases/{caseId}/counselling/{id}/withdraw")
    String withdrawCounselling(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable TalkId id,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        var reason = fields.required("withdrawal", 1000, "employment.withdrawal");
        return fields.ok() && told(counsellings.withdraw(actor, caseId, id, reason), fields)
                ? done(caseId, "employment.withdrawn", after)
                : withdrawal(actor, caseId, "counselling/" + id, fields, model);
    }

    @GetMapping("/cases/{caseId}/disclosures/{id}/withdraw")
    String withdrawDisclosure(Actor.Staff actor, @PathVariable CaseId caseId, @PathVariable TalkId id, Model model) {
        return changeable(actor, caseId)
                ? withdrawal(actor, caseId, "disclosures/" + id, Fields.empty(), model)
                : "redirect:/cases/" + cases.frame(actor, caseId).id();
    }

    @PostMapping("/cases/{caseId}/disclosures/{id}/withdraw")
    String withdrawDisclosure(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable TalkId id,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        var reason = fields.required("withdrawal", 1000, "employment.withdrawal");
        return fields.ok() && told(disclosures.withdraw(actor, caseId, id, reason), fields)
                ? done(caseId, "employment.withdrawn", after)
                : withdrawal(actor, caseId, "disclosures/" + id, fields, model);
    }

    private static boolean told(Result<?> result, Fields fields) {
        switch (result) {
            case Result.Done<?> _ -> {}
            case Result.Refused<?> refused -> refused.tell(fields);
            case Result.Stale<?>() -> fields.fail("counsel.withdrawn-already");
        }
        return fields.ok();
    }

    private String withdrawal(Actor.Staff actor, CaseId caseId, String what, Fields fields, Model model) {
        model.addAttribute("frame", cases.look(actor, caseId));
        model.addAttribute("what", what);
        model.addAttribute("fields", fields);
        return "employment/withdrawal";
    }

    private boolean changeable(Actor.Staff actor, CaseId caseId) {
        return guard.allows(actor, Action.CHANGE_WORK_SUPPORT, caseId);
    }

    private Fields blank() {
        return Fields.empty().with("id", TalkId.create()).with("on", LocalDate.now(clock));
    }

    private static String done(CaseId caseId, String notice, RedirectAttributes after) {
        after.addFlashAttribute("notice", notice);
        return "redirect:/cases/" + caseId + "/work";
    }
}
