package se.framsteg.employment.employer;

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
import se.framsteg.employment.employer.Workplace.Contact;
import se.framsteg.employment.employer.Workplace.Details;
import se.framsteg.shared.NotFoundException;
import se.framsteg.ui.Fields;

/** A form to add and change a workplace of an employer, and to take it away. */
@Controller
class WorkplacePages {
    private final Employers employers;
    private final EmployerParts parts;

    WorkplacePages(Employers employers, EmployerParts parts) {
        this.employers = employers;
        this.parts = parts;
    }

    @GetMapping("/employers/{id}/workplaces/new")
    String blank(Actor.Staff actor, @PathVariable EmployerId id, Model model) {
        return form(actor, id, Optional.empty(), Fields.empty().with("id", WorkplaceId.create()), model);
    }

    @PostMapping("/employers/{id}/workplaces/new")
    String add(Actor.Staff actor, @PathVariable EmployerId id, Fields fields, Model model, RedirectAttributes after) {
        var workplace = fields.optionalId("id", WorkplaceId::of).orElseThrow(NotFoundException::new);
        var details = read(fields);
        if (fields.ok()) {
            switch (parts.add(actor, id, workplace, details)) {
                case Result.Done<?> _ -> {
                    return done(id, "workplace.added", after);
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                case Result.Stale<?>() ->
                    fields.with("id", WorkplaceId.create()).fail("employer.saved-already");
            }
        }
        return form(actor, id, Optional.empty(), fields, model);
    }

    @GetMapping("/employers/{id}/workplaces/{workplaceId}")
    String see(Actor.Staff actor, @PathVariable EmployerId id, @PathVariable WorkplaceId workplaceId, Model model) {
        var workplace = parts.workplace(actor, id, workplaceId);
        var fields = Fields.empty().with("version", workplace.version());
        written(workplace.details()).forEach(fields::with);
        return form(actor, id, Optional.of(workplace), fields, model);
    }

    @PostMapping("/employers/{id}/workplaces/{workplaceId}")
    String change(
            Actor.Staff actor,
            @PathVariable EmployerId id,
            @PathVariable WorkplaceId workplaceId,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        var details = read(fields);
        if (fields.ok()) {
            switch (parts.change(actor, id, workplaceId, fields.version(), details)) {
                case Result.Done<?> _ -> {
                    return done(id, "workplace.changed", after);
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                case Result.Stale<?>() -> {
                    var now = parts.workplace(actor, id, workplaceId);
                    fields.conflict(written(now.details()), now.version());
                }
            }
        }
        return form(actor, id, Optional.of(parts.workplace(actor, id, workplaceId)), fields, model);
    }

    @PostMapping("/employers/{id}/workplaces/{workplaceId}/remove")
    String remove(
            Actor.Staff actor,
            @PathVariable EmployerId id,
            @PathVariable WorkplaceId workplaceId,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        if (parts.remove(actor, id, workplaceId, fields.version()) instanceof Result.Done<?>) {
            return done(id, "workplace.removed", after);
        }
        var now = parts.workplace(actor, id, workplaceId);
        written(now.details()).forEach(fields::with);
        fields.with("version", now.version()).fail("employer.changed-meanwhile");
        return form(actor, id, Optional.of(now), fields, model);
    }

    private static String done(EmployerId id, String notice, RedirectAttributes after) {
        after.addFlashAttribute("notice", notice);
        return "redirect:/employers/" + id;
    }

    private static Details read(Fields fields) {
        return new Details(
                fields.required("name", 200, "workplace.name"),
                fields.text("address", 200),
                fields.text("municipality", 100),
                new Contact(
                        fields.text("contactName", 200),
                        fields.text("contactRole", 200),
                        fields.text("contactPhone", 40),
                        fields.email("contactEmail")));
    }

    private static Map<String, String> written(Details details) {
        return Map.of(
                "name", details.name(),
                "address", details.address(),
                "municipality", details.municipality(),
                "contactName", details.contact().name(),
                "contactRole", details.contact().role(),
                "contactPhone", details.contact().phone(),
                "contactEmail", details.contact().email());
    }

    private String form(Actor.Staff actor, EmployerId id, Optional<Workplace> workplace, Fields fields, Model model) {
        model.addAttribute("employer", employers.see(actor, id));
        model.addAttribute("workplace", workplace);
        model.addAttribute("fields", fields);
        return "employment/employer/workplace";
    }
}
