package se.framsteg.employment.employer;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.cases.Result;
import se.framsteg.employment.employer.EmployerMerges.Seen;
import se.framsteg.employment.employer.Merging.Side;
import se.framsteg.shared.NotFoundException;
import se.framsteg.ui.Fields;

/** Two employers that are the same, beside each other: what holds is chosen where they differ. */
@Controller
class MergePages {
    private final Employers employers;
    private final EmployerMerges merges;

    MergePages(Employers employers, EmployerMerges merges) {
        this.employers = employers;
        this.merges = merges;
    }

    @GetMapping("/employers/{id}/merge")
    String choose(Actor.Staff actor, @PathVariable EmployerId id, Model model) {
        return search(actor, id, Fields.empty(), model);
    }

    @PostMapping("/employers/{id}/merge")
    String search(Actor.Staff actor, @PathVariable EmployerId id, Fields fields, Model model) {
        var employer = employers.see(actor, id);
        var words = fields.text("q", 200);
        var found = words.isEmpty()
                ? employers.alike(
                        actor,
                        employer.id(),
                        employer.details().name(),
                        employer.details().number())
                : employers.list(actor, EmployerSearch.of(words), 1).rows().stream()
                        .map(EmployerRow::employer)
                        .filter(one -> !one.id().equals(employer.id()))
                        .toList();
        model.addAttribute("employer", employer);
        model.addAttribute("found", found);
        model.addAttribute("fields", fields);
        return "employment/employer/merge-choose";
    }

    @GetMapping("/employers/{id}/merge/{other}")
    String compare(Actor.Staff actor, @PathVariable EmployerId id, @PathVariable EmployerId other, Model model) {
        var kept = employers.see(actor, id);
        var merged = employers.see(actor, other);
        if (kept.id().equals(merged.id())) {
            return "redirect:/employers/" + kept.id();
        }
        if (!kept.id().equals(id) || !merged.id().equals(other)) {
            return "redirect:/employers/" + kept.id() + "/merge/" + merged.id();
        }
        return form(kept, merged, Fields.empty(), model);
    }

    @PostMapping("/employers/{id}/merge/{other}")
    String merge(
            Actor.Staff actor,
            @PathVariable EmployerId id,
            @PathVariable EmployerId other,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        var merging = new Merging(
                side(fields, "name"),
                side(fields, "number"),
                side(fields, "municipality"),
                side(fields, "branches"),
                side(fields, "marks"));
        if (id.equals(other)) {
            throw new NotFoundException();
        }
        var kept = new Seen(id, fields.version());
        if (merges.merge(actor, kept, new Seen(other, otherVersion(fields)), merging) instanceof Result.Done<?>) {
            after.addFlashAttribute("notice", "employer-merge.done");
            return "redirect:/employers/" + id;
        }
        var now = employers.see(actor, id);
        var otherNow = employers.see(actor, other);
        if (!now.id().equals(id) || !otherNow.id().equals(other)) {
            after.addFlashAttribute("notice", "employer-merge.meanwhile");
            return "redirect:/employers/" + now.id();
        }
        fields.fail("employer-merge.changed");
        return form(now, otherNow, fields, model);
    }

    @PostMapping("/employers/{id}/merges/{mergeId}/undo")
    String undo(
            Actor.Staff actor, @PathVariable EmployerId id, @PathVariable MergeId mergeId, RedirectAttributes after) {
        var result = merges.undo(actor, id, mergeId);
        var notice =
                switch (result) {
                    case Result.Done<?> _ -> "employer-merge.undone";
                    case Result.Refused<?> _ -> "employer-merge.number-taken";
                    case Result.Stale<?> _ -> "employer-merge.undone-already";
                };
        after.addFlashAttribute("notice", notice);
        return "redirect:/employers/" + id;
    }

    private static Side side(Fields fields, String field) {
        return fields.optionalChoice(field, Side.class).orElse(Side.KEPT);
    }

    private static int otherVersion(Fields fields) {
        try {
            return Integer.parseInt(fields.value("otherVersion"));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static String form(Employer kept, Employer merged, Fields fields, Model model) {
        var both = List.of("branches", "marks");
        both.forEach(field -> fields.with(field, fields.value(field).isEmpty() ? Side.BOTH : fields.value(field)));
        List.of("name", "number", "municipality").forEach(field -> {
            if (fields.value(field).isEmpty()) {
                fields.with(field, emptier(field, kept, merged) ? Side.MERGED : Side.KEPT);
            }
        });
        fields.with("version", kept.version()).with("otherVersion", merged.version());
        model.addAttribute("kept", kept);
        model.addAttribute("merged", merged);
        model.addAttribute("fields", fields);
        return "employment/employer/merge";
    }

    /** Whether the one that is kept has nothing there, and the other has. */
    private static boolean emptier(String field, Employer kept, Employer merged) {
        return switch (field) {
            case "number" ->
                kept.details().number().isEmpty() && merged.details().number().isPresent();
            case "municipality" ->
                kept.details().municipality().isEmpty()
                        && !merged.details().municipality().isEmpty();
            default -> false;
        };
    }
}
