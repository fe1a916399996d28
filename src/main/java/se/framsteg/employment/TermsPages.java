package se.framsteg.employment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.format.annotation.DateTimeFormat;
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
import se.framsteg.employment.Employment.Change;
import se.framsteg.employment.Employment.Kind;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.ui.Fields;

/** To say from which day on the hours and terms of a job, a placement or studies are others; to correct that and to take it away. */
@Controller
class TermsPages {
    private static final String PATH = "/cases/{caseId}/employments/{id}/changes";

    private final Employments employments;
    private final Cases cases;
    private final Clock clock;

    TermsPages(Employments employments, Cases cases, Clock clock) {
        this.employments = employments;
        this.cases = cases;
        this.clock = clock;
    }

    /** @param of the day of the change that is corrected; none of a new one */
    @GetMapping(PATH)
    String form(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable EmploymentId id,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> of,
            Model model) {
        var employment = employments.see(actor, caseId, id);
        if (!employments.changeable(actor, caseId) || employment.withdrawn().isPresent()) {
            return "redirect:/cases/" + caseId + "/employments/" + id;
        }
        var now = of.map(day -> changed(employment, day)).orElseGet(() -> {
            var last = employment.spells().getLast();
            return new Change(LocalDate.now(clock), last.hours(), last.terms());
        });
        var fields = Fields.empty()
                .with("version", employment.version())
                .with("instead", of.map(LocalDate::toString).orElse(""))
                .with("from", now.from());
        TermsForm.written(now.hours(), now.terms()).forEach(fields::with);
        return form(actor, caseId, employment, fields, model);
    }

    private static Change changed(Employment employment, LocalDate day) {
        return employment.changes().stream()
                .filter(change -> change.from().equals(day))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    @PostMapping(PATH)
    String save(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable EmploymentId id,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        var job = employments.see(actor, caseId, id).details().kind() == Kind.JOB;
        var instead = fields.optionalDate("instead");
        var change = new Change(
                fields.date("from", "employment.change.from"),
                fields.optionalDecimal("hours", 0, 80),
                job ? Optional.of(TermsForm.read(fields)) : Optional.empty());
        if (fields.ok()) {
            switch (employments.changeTerms(actor, caseId, id, fields.version(), instead, change)) {
                case Result.Done<?> _ -> {
                    return done(caseId, id, "employment.change.saved", after);
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                case Result.Stale<?>() -> meanwhile(employments.see(actor, caseId, id), fields);
            }
        }
        return form(actor, caseId, employments.see(actor, caseId, id), fields, model);
    }

    @PostMapping(PATH + "/remove")
    String remove(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable EmploymentId id,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        var day = fields.optionalDate("instead").orElseThrow(NotFoundException::new);
        if (employments.removeChange(actor, caseId, id, fields.version(), day) instanceof Result.Done<?>) {
            return done(caseId, id, "employment.change.removed", after);
        }
        var now = employments.see(actor, caseId, id);
        meanwhile(now, fields);
        changes(now, day).forEach(fields::with);
        return form(actor, caseId, now, fields, model);
    }

    private static Map<String, String> changes(Employment employment, LocalDate day) {
        var written = employment.changes().stream()
                .filter(change -> change.from().equals(day))
                .findFirst()
                .map(change -> TermsForm.written(change.hours(), change.terms()))
                .orElseGet(() -> TermsForm.written(Optional.empty(), Optional.empty()));
        written.put("from", day.toString());
        return written;
    }

    /** Sent once more it is saved, whatever somebody else has saved: the list above the form shows what that was. */
    private static void meanwhile(Employment now, Fields fields) {
        fields.with("version", now.version())
                .fail(now.withdrawn().isPresent() ? "employment.withdrawn-meanwhile" : "employment.change.meanwhile");
    }

    private static String done(CaseId caseId, EmploymentId id, String notice, RedirectAttributes after) {
        after.addFlashAttribute("notice", notice);
        return "redirect:/cases/" + caseId + "/employments/" + id;
    }

    private String form(Actor.Staff actor, CaseId caseId, Employment employment, Fields fields, Model model) {
        model.addAttribute("frame", cases.frame(actor, caseId));
        model.addAttribute("employment", employment);
        model.addAttribute("fields", fields);
        return "employment/terms";
    }
}
