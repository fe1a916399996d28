package se.framsteg.employment.employer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.cases.Result;
import se.framsteg.employment.employer.EmployerNeed.Details;
import se.framsteg.shared.NotFoundException;
import se.framsteg.ui.Fields;

/** A form to tell whom an employer looks for, and to change and end it. */
@Controller
class EmployerNeedPages {
    private final Employers employers;
    private final EmployerParts parts;
    private final Clock clock;

    EmployerNeedPages(Employers employers, EmployerParts parts, Clock clock) {
        this.employers = employers;
        this.parts = parts;
        this.clock = clock;
    }

    @GetMapping("/employers/{id}/needs/new")
    String blank(Actor.Staff actor, @PathVariable EmployerId id, Model model) {
        var fields = Fields.empty().with("id", EmployerNeedId.create()).with("from", LocalDate.now(clock));
        return form(actor, id, Optional.empty(), fields, model);
    }

    @PostMapping("/employers/{id}/needs/new")
    String add(Actor.Staff actor, @PathVariable EmployerId id, Fields fields, Model model, RedirectAttributes after) {
        var need = fields.optionalId("id", EmployerNeedId::of).orElseThrow(NotFoundException::new);
        var details = read(fields);
        details.faults().forEach(fault -> fault.tell(fields));
        if (fields.ok()) {
            switch (parts.add(actor, id, need, details)) {
                case Result.Done<?> _ -> {
                    return done(id, "employer-need.added", after);
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                case Result.Stale<?>() ->
                    fields.with("id", EmployerNeedId.create()).fail("employer.saved-already");
            }
        }
        return form(actor, id, Optional.empty(), fields, model);
    }

    @GetMapping("/employers/{id}/needs/{needId}")
    String see(Actor.Staff actor, @PathVariable EmployerId id, @PathVariable EmployerNeedId needId, Model model) {
        var need = parts.need(actor, id, needId);
        var fields = Fields.empty().with("version", need.version());
        written(need.details()).forEach(fields::with);
        return form(actor, id, Optional.of(need), fields, model);
    }

    @PostMapping("/employers/{id}/needs/{needId}")
    String change(
            Actor.Staff actor,
            @PathVariable EmployerId id,
            @PathVariable EmployerNeedId needId,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        var details = read(fields);
        details.faults().forEach(fault -> fault.tell(fields));
        if (fields.ok()) {
            switch (parts.change(actor, id, needId, fields.version(), details)) {
                case Result.Done<?> _ -> {
                    return done(id, "employer-need.changed", after);
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                case Result.Stale<?>() -> {
                    var now = parts.need(actor, id, needId);
                    fields.conflict(written(now.details()), now.version());
                }
            }
        }
        return form(actor, id, Optional.of(parts.need(actor, id, needId)), fields, model);
    }

    @PostMapping("/employers/{id}/needs/{needId}/end")
    String end(
            Actor.Staff actor,
            @PathVariable EmployerId id,
            @PathVariable EmployerNeedId needId,
            Fields fields,
            RedirectAttributes after) {
        var ended = parts.end(actor, id, needId, fields.version()) instanceof Result.Done<?>;
        return done(id, ended ? "employer-need.ended" : "employer.changed-meanwhile", after);
    }

    private static String done(EmployerId id, String notice, RedirectAttributes after) {
        after.addFlashAttribute("notice", notice);
        return "redirect:/employers/" + id;
    }

    private static Details read(Fields fields) {
        return new Details(
                fields.optionalId("workplace", WorkplaceId::of),
                Optional.of(fields.text("occupation", 3)).filter(code -> !code.isEmpty()),
                fields.text("words", 1000),
                fields.optionalDecimal("hours", 0, 80),
                fields.date("from", "employer-need.from"),
                fields.optionalDate("until"),
                fields.optionalDate("ended"));
    }

    private static Map<String, String> written(Details details) {
        return Map.of(
                "workplace", details.workplace().map(WorkplaceId::toString).orElse(""),
                "occupation", details.occupation().orElse(""),
                "words", details.words(),
                "hours", Fields.decimal(details.hours()),
                "from", details.from().toString(),
                "until", details.until().map(LocalDate::toString).orElse(""),
                "ended", details.ended().map(LocalDate::toString).orElse(""));
    }

    private String form(Actor.Staff actor, EmployerId id, Optional<EmployerNeed> need, Fields fields, Model model) {
        var workplaces = new LinkedHashMap<String, String>();
        parts.workplaces(actor, id)
                .forEach(
                        one -> workplaces.put(one.id().toString(), one.details().name()));
        model.addAttribute("employer", employers.see(actor, id));
        model.addAttribute("need", need);
        model.addAttribute("workplaces", workplaces);
        model.addAttribute("fields", fields);
        return "employment/employer/need";
    }
}
