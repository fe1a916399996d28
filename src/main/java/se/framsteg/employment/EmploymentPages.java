package se.framsteg.employment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.cases.Cases;
import se.framsteg.cases.Result;
import se.framsteg.employment.Employment.Details;
import se.framsteg.employment.Employment.EndReason;
import se.framsteg.employment.Employment.Kind;
import se.framsteg.employment.Employment.Place;
import se.framsteg.employment.Employment.StudyLevel;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.ui.Fields;

/** One form to register, change and end a job, a placement or studies, which asks what belongs to it; and one to withdraw it. */
@Controller
class EmploymentPages {
    private final Employments employments;
    private final Cases cases;
    private final Clock clock;

    EmploymentPages(Employments employments, Cases cases, Clock clock) {
        this.employments = employments;
        this.cases = cases;
        this.clock = clock;
    }

    @GetMapping("/cases/{caseId}/employments/new")
    String blank(Actor.Staff actor, @PathVariable CaseId caseId, @RequestParam Optional<String> kind, Model model) {
        if (!employments.changeable(actor, caseId)) {
            return "redirect:/cases/" + cases.frame(actor, caseId).id();
        }
        var fields = Fields.empty()
                .with("id", EmploymentId.create())
                .with("from", LocalDate.now(clock))
                .with("kind", kind.orElse(""));
        return form(actor, caseId, Optional.empty(), fields, model);
    }

    @PostMapping("/cases/{caseId}/employments/new")
    String register(
            Actor.Staff actor, @PathVariable CaseId caseId, Fields fields, Model model, RedirectAttributes after) {
        var id = fields.optionalId("id", EmploymentId::of).orElseThrow(NotFoundException::new);
        var details = read(actor, caseId, fields);
        employments.faults(details).forEach(fault -> fault.tell(fields));
        if (fields.ok()) {
            switch (employments.register(actor, caseId, id, details)) {
                case Result.Done<?> _ -> {
                    return done(caseId, "employment.registered", after);
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                // Sent, and after going back changed and sent again: it is about something new.
                case Result.Stale<?>() ->
                    fields.with("id", EmploymentId.create()).fail("employment.saved-already");
            }
        }
        return form(actor, caseId, Optional.empty(), fields, model);
    }

    @GetMapping("/cases/{caseId}/employments/{id}")
    String see(Actor.Staff actor, @PathVariable CaseId caseId, @PathVariable EmploymentId id, Model model) {
        var employment = employments.see(actor, caseId, id);
        var fields = Fields.empty().with("version", employment.version());
        written(employment.details()).forEach(fields::with);
        return form(actor, caseId, Optional.of(employment), fields, model);
    }

    @PostMapping("/cases/{caseId}/employments/{id}")
    String change(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable EmploymentId id,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        var details = read(actor, caseId, fields);
        employments.faults(details).forEach(fault -> fault.tell(fields));
        if (fields.ok()) {
            switch (employments.change(actor, caseId, id, fields.version(), details)) {
                case Result.Done<?> _ -> {
                    return done(caseId, "employment.changed", after);
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                case Result.Stale<?>() -> {
                    return changedMeanwhile(actor, caseId, id, fields, model);
                }
            }
        }
        return form(actor, caseId, Optional.of(employments.see(actor, caseId, id)), fields, model);
    }

    @PostMapping("/cases/{caseId}/employments/{id}/withdraw")
    String withdraw(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable EmploymentId id,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        var reason = fields.required("withdrawal", 1000, "employment.withdrawal");
        if (fields.ok()) {
            switch (employments.withdraw(actor, caseId, id, fields.version(), reason)) {
                case Result.Done<?> _ -> {
                    return done(caseId, "employment.withdrawn", after);
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                case Result.Stale<?>() -> fields.fail("employment.changed-meanwhile");
            }
        }
        var employment = employments.see(actor, caseId, id);
        written(employment.details()).forEach(fields::with);
        return form(actor, caseId, Optional.of(employment), fields.with("version", employment.version()), model);
    }

    private String changedMeanwhile(Actor.Staff actor, CaseId caseId, EmploymentId id, Fields fields, Model model) {
        var now = employments.see(actor, caseId, id);
        if (now.withdrawn().isPresent()) {
            fields.fail("employment.withdrawn-meanwhile");
        } else {
            fields.conflict(written(now.details()), now.version());
        }
        return form(actor, caseId, Optional.of(now), fields, model);
    }

    private static String done(CaseId caseId, String notice, RedirectAttributes after) {
        after.addFlashAttribute("notice", notice);
        return "redirect:/cases/" + caseId;
    }

    private Details read(Actor.Staff actor, CaseId caseId, Fields fields) {
        var kind = fields.choice("kind", Kind.class, "employment.kind");
        return new Details(
                kind,
                kind == Kind.STUDY ? school(fields) : workplace(actor, caseId, fields),
                fields.date("from", "employment.from"),
                fields.optionalDate("to"),
                fields.optionalDecimal("hours", 0, 80),
                kind == Kind.JOB ? Optional.of(TermsForm.read(fields)) : Optional.empty(),
                fields.optionalChoice("endReason", EndReason.class));
    }

    private static Place school(Fields fields) {
        return new Place(
                fields.required("employer", 200, "employment.school"),
                Optional.empty(),
                false,
                fields.text("role", 200),
                Optional.empty(),
                fields.optionalChoice("level", StudyLevel.class));
    }

    private Place workplace(Actor.Staff actor, CaseId caseId, Fields fields) {
        var written = fields.required("employer", 200, "employment.employer");
        var known = employments.changeable(actor, caseId)
                ? employments.employers(actor, caseId).find(written)
                : Optional.<EmployerChoices.Choice>empty();
        return new Place(
                known.map(EmployerChoices.Choice::name).orElse(written),
                known.map(EmployerChoices.Choice::id),
                fields.checked("socialEnterprise"),
                fields.text("role", 200),
                Occupations.find(fields.value("occupation")).map(Occupations.Occupation::code),
                Optional.empty());
    }

    private static Map<String, String> written(Details details) {
        var place = details.place();
        var written = new LinkedHashMap<String, String>();
        written.put("kind", details.kind().name());
        written.put("employer", place.name());
        written.put("socialEnterprise", place.socialEnterprise() ? "true" : "");
        written.put("role", place.role());
        written.put("occupation", place.occupation().orElse(""));
        written.put("level", place.level().map(Enum::name).orElse(""));
        written.put("from", details.from().toString());
        written.put("to", details.to().map(LocalDate::toString).orElse(""));
        written.put("endReason", details.endReason().map(Enum::name).orElse(""));
        written.putAll(TermsForm.written(details.hours(), details.terms()));
        return written;
    }

    private String form(Actor.Staff actor, CaseId caseId, Optional<Employment> employment, Fields fields, Model model) {
        model.addAttribute("frame", employment.isPresent() ? cases.frame(actor, caseId) : cases.look(actor, caseId));
        model.addAttribute("employment", employment);
        var changeable = employments.changeable(actor, caseId);
        model.addAttribute("changeable", changeable);
        model.addAttribute(
                "suggested", changeable ? employments.employers(actor, caseId).suggested() : List.of());
        model.addAttribute("kind", fields.optionalChoice("kind", Kind.class));
        model.addAttribute("fields", fields);
        return "employment/employment";
    }
}
