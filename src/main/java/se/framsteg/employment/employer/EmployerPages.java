package se.framsteg.employment.employer;

import java.util.HashMap;
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
import org.springframework.web.util.UriComponentsBuilder;
import se.framsteg.access.Actor;
import se.framsteg.cases.Result;
import se.framsteg.employment.employer.Employer.Details;
import se.framsteg.shared.NotFoundException;
import se.framsteg.ui.Fields;

/** The register to search in, one employer with all that is known of it, and forms to register and change one. */
@Controller
class EmployerPages {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_PLACE = 100;

    private final Employers employers;

    EmployerPages(Employers employers) {
        this.employers = employers;
    }

    @GetMapping("/employers")
    String list(
            Actor.Staff actor,
            @RequestParam(defaultValue = "") String branch,
            @RequestParam(defaultValue = "") String municipality,
            @RequestParam(defaultValue = "false") boolean looking,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var fields = Fields.empty()
                .with("branch", branch)
                .with("municipality", municipality)
                .with("looking", looking);
        return list(actor, fields, page, model);
    }

    /** Sent as a form: what is searched for may be the number or the name of a sole trader, and stands in no address. */
    @PostMapping("/employers")
    String search(Actor.Staff actor, Fields fields, Model model) {
        return list(actor, fields, 1, model);
    }

    private String list(Actor.Staff actor, Fields fields, int page, Model model) {
        var search = new EmployerSearch(
                fields.text("q", LONGEST_NAME),
                fields.optionalChoice("branch", Branch.class),
                fields.text("municipality", LONGEST_PLACE),
                fields.checked("looking"));
        model.addAttribute("list", employers.list(actor, search, page));
        model.addAttribute("municipalities", employers.municipalities(actor));
        model.addAttribute("search", search);
        model.addAttribute("path", path(search));
        model.addAttribute("fields", fields);
        return "employment/employer/employers";
    }

    /** The list as it was asked for, to which a page number is added. */
    private static String path(EmployerSearch search) {
        return UriComponentsBuilder.fromPath("/employers")
                .queryParam("branch", search.branch().map(Enum::name).orElse(""))
                .queryParam("municipality", "{municipality}")
                .queryParam("looking", search.looking())
                .encode()
                .buildAndExpand(search.municipality())
                .toUriString();
    }

    @GetMapping("/employers/new")
    String blank(Actor.Staff actor, Model model) {
        if (!employers.shared(actor)) {
            throw new NotFoundException();
        }
        return form(Optional.empty(), Fields.empty().with("id", EmployerId.create()), List.of(), model);
    }

    @PostMapping("/employers/new")
    String register(Actor.Staff actor, Fields fields, Model model, RedirectAttributes after) {
        var id = fields.optionalId("id", EmployerId::of).orElseThrow(NotFoundException::new);
        var details = read(fields);
        if (fields.ok()) {
            switch (employers.register(actor, id, details, fields.checked("another"))) {
                case Result.Done<?> _ -> {
                    after.addFlashAttribute("notice", "employer.registered");
                    return "redirect:/employers/" + id;
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                // Sent, and after going back changed and sent again: it is about another one.
                case Result.Stale<?>() -> fields.with("id", EmployerId.create()).fail("employer.saved-already");
            }
        }
        return form(Optional.empty(), fields, employers.alike(actor, id, details.name(), details.number()), model);
    }

    @GetMapping("/employers/{id}")
    String see(
            Actor.Staff actor, @PathVariable EmployerId id, @RequestParam(defaultValue = "1") int page, Model model) {
        var head = employers.head(actor, id);
        if (!head.equals(id)) {
            return "redirect:/employers/" + head;
        }
        model.addAttribute("view", employers.see(actor, id, page));
        return "employment/employer/employer";
    }

    @GetMapping("/employers/{id}/edit")
    String edit(Actor.Staff actor, @PathVariable EmployerId id, Model model) {
        var employer = employers.see(actor, id);
        if (!employer.id().equals(id)) {
            return "redirect:/employers/" + employer.id() + "/edit";
        }
        var fields = Fields.empty().with("version", employer.version());
        fill(fields, employer.details());
        return form(Optional.of(employer), fields, List.of(), model);
    }

    @PostMapping("/employers/{id}/edit")
    String change(
            Actor.Staff actor, @PathVariable EmployerId id, Fields fields, Model model, RedirectAttributes after) {
        var details = read(fields);
        if (fields.ok()) {
            switch (employers.change(actor, id, fields.version(), details)) {
                case Result.Done<?> _ -> {
                    after.addFlashAttribute("notice", "employer.changed");
                    return "redirect:/employers/" + id;
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                case Result.Stale<?>() -> {
                    var now = employers.see(actor, id);
                    if (now.id().equals(id)) {
                        fields.conflict(whole(now.details()), now.version());
                    } else {
                        fields.with("version", now.version()).fail("employer.merged-meanwhile");
                    }
                    return form(Optional.of(now), fields, List.of(), model);
                }
            }
        }
        var taken = fields.problem("number").isPresent()
                ? employers.alike(actor, id, details.name(), details.number())
                : List.<Employer>of();
        return form(Optional.of(employers.see(actor, id)), fields, taken, model);
    }

    private static Details read(Fields fields) {
        return new Details(
                fields.required("name", LONGEST_NAME, "employer.name"),
                number(fields),
                fields.text("municipality", LONGEST_PLACE),
                fields.choices("branches", Branch.class),
                fields.choices("marks", SocialMark.class));
    }

    private static Optional<OrganisationNumber> number(Fields fields) {
        var written = fields.text("number", 40);
        if (written.isEmpty()) {
            return Optional.empty();
        }
        return switch (OrganisationNumber.read(written)) {
            case OrganisationNumber.Reading.Valid(var number) -> Optional.of(number);
            case OrganisationNumber.Reading.Invalid(var problem) -> {
                var told = "employer.number." + problem;
                fields.fail("number", told);
                yield Optional.empty();
            }
        };
    }

    private static void fill(Fields fields, Details details) {
        written(details).forEach(fields::with);
        fields.with("branches", details.branches()).with("marks", details.marks());
    }

    private static Map<String, String> written(Details details) {
        return Map.of(
                "name", details.name(),
                "number", details.number().map(OrganisationNumber::display).orElse(""),
                "municipality", details.municipality());
    }

    /** With what may be chosen several of, so that a conflict tells of it too. */
    private static Map<String, String> whole(Details details) {
        var whole = new HashMap<>(written(details));
        whole.put("branches", Fields.several(details.branches()));
        whole.put("marks", Fields.several(details.marks()));
        return whole;
    }

    private static String form(Optional<Employer> employer, Fields fields, List<Employer> alike, Model model) {
        model.addAttribute("employer", employer);
        model.addAttribute("alike", alike);
        model.addAttribute("fields", fields);
        return "employment/employer/form";
    }
}
