package se.framsteg.fidelity.unit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.cases.Result;
import se.framsteg.fidelity.unit.Specialist.Terms;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.StaffId;
import se.framsteg.ui.Fields;

/** The unit of an initiative: one page with short forms for specialists, care teams and reviews of the log, and one to change a specialist. */
@Controller
class FidelityUnitPages {
    private static final String ALL = "100";

    private final Units units;
    private final Clock clock;

    FidelityUnitPages(Units units, Clock clock) {
        this.units = units;
        this.clock = clock;
    }

    @GetMapping("/initiatives/{id}/fidelity/unit")
    String see(Actor.Staff actor, @PathVariable InitiativeId id, Model model) {
        return page(actor, id, Fields.empty(), model);
    }

    private String page(Actor.Staff actor, InitiativeId id, Fields fields, Model model) {
        model.addAttribute("view", units.see(actor, id));
        model.addAttribute("fields", begun(fields));
        return "fidelity/unit";
    }

    /** What the forms that were not sent begin with. */
    private Fields begun(Fields fields) {
        var today = LocalDate.now(clock);
        if (fields.value("specialistId").isEmpty()) {
            fields.with("specialistId", SpecialistId.create())
                    .with("percent", ALL)
                    .with("from", today);
        }
        if (fields.value("logReviewId").isEmpty()) {
            fields.with("logReviewId", LogReviewId.create()).with("on", today);
        }
        return fields;
    }

    @PostMapping("/initiatives/{id}/fidelity/specialists")
    String add(Actor.Staff actor, @PathVariable InitiativeId id, Fields fields, Model model, RedirectAttributes after) {
        var form = fields.optionalId("specialistId", SpecialistId::of).orElseThrow(NotFoundException::new);
        var colleague = fields.optionalId("colleague", StaffId::of);
        if (colleague.isEmpty()) {
            fields.fail("colleague", "fidelity.specialist.colleague.required");
        }
        var terms = terms(fields);
        if (fields.ok()) {
            switch (units.add(actor, id, form, colleague.orElseThrow(), terms)) {
                case Result.Done<?> _ -> {
                    return done(id, "fidelity.specialist.added", after);
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                case Result.Stale<?>() ->
                    fields.with("specialistId", SpecialistId.create()).fail("fidelity.saved-already");
            }
        }
        return page(actor, id, fields, model);
    }

    private static Terms terms(Fields fields) {
        return new Terms(
                fields.number("percent", 1, 100),
                fields.date("from", "fidelity.specialist.from"),
                fields.optionalDate("to"));
    }

    @GetMapping("/initiatives/{id}/fidelity/specialists/{specialistId}")
    String see(Actor.Staff actor, @PathVariable InitiativeId id, @PathVariable SpecialistId specialistId, Model model) {
        var found = units.see(actor, id, specialistId);
        var fields = Fields.empty().with("version", found.specialist().version());
        written(found.specialist().terms()).forEach(fields::with);
        return form(id, found, fields, model);
    }

    @PostMapping("/initiatives/{id}/fidelity/specialists/{specialistId}")
    String change(
            Actor.Staff actor,
            @PathVariable InitiativeId id,
            @PathVariable SpecialistId specialistId,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        var terms = terms(fields);
        if (fields.ok()) {
            switch (units.change(actor, id, specialistId, fields.version(), terms)) {
                case Result.Done<?> _ -> {
                    return done(id, "fidelity.specialist.changed", after);
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                case Result.Stale<?>() -> {
                    var now = units.see(actor, id, specialistId).specialist();
                    fields.conflict(written(now.terms()), now.version());
                }
            }
        }
        return form(id, units.see(actor, id, specialistId), fields, model);
    }

    private static String form(InitiativeId id, UnitView.Named found, Fields fields, Model model) {
        model.addAttribute("initiative", id);
        model.addAttribute("found", found);
        model.addAttribute("fields", fields);
        return "fidelity/specialist";
    }

    private static Map<String, String> written(Terms terms) {
        return Map.of(
                "percent", String.valueOf(terms.percent()),
                "from", terms.from().toString(),
                "to", terms.to().map(LocalDate::toString).orElse(""));
    }

    @PostMapping("/initiatives/{id}/fidelity/specialists/{specialistId}/remove")
    String remove(
            Actor.Staff actor,
            @PathVariable InitiativeId id,
            @PathVariable SpecialistId specialistId,
            RedirectAttributes after) {
        units.remove(actor, id, specialistId);
        return done(id, "fidelity.specialist.removed", after);
    }

    @PostMapping("/initiatives/{id}/fidelity/care-teams")
    String addCareTeam(
            Actor.Staff actor, @PathVariable InitiativeId id, Fields fields, Model model, RedirectAttributes after) {
        var name = fields.required("careTeam", 200, "fidelity.care-team.name");
        if (fields.ok()) {
            units.addCareTeam(actor, id, name);
            return done(id, "fidelity.care-team.added", after);
        }
        return page(actor, id, fields, model);
    }

    @PostMapping("/initiatives/{id}/fidelity/care-teams/{teamId}/remove")
    String removeCareTeam(
            Actor.Staff actor,
            @PathVariable InitiativeId id,
            @PathVariable CareTeamId teamId,
            RedirectAttributes after) {
        units.removeCareTeam(actor, id, teamId);
        return done(id, "fidelity.care-team.removed", after);
    }

    @PostMapping("/initiatives/{id}/fidelity/log-reviews")
    String addLogReview(
            Actor.Staff actor, @PathVariable InitiativeId id, Fields fields, Model model, RedirectAttributes after) {
        var form = fields.optionalId("logReviewId", LogReviewId::of).orElseThrow(NotFoundException::new);
        var on = fields.date("on", "fidelity.log-review.on");
        var words = fields.text("words", 2000);
        if (fields.ok()) {
            switch (units.addLogReview(actor, id, form, on, words)) {
                case Result.Refused<?> refused -> refused.tell(fields);
                default -> {
                    return done(id, "fidelity.log-review.added", after);
                }
            }
        }
        return page(actor, id, fields, model);
    }

    @PostMapping("/initiatives/{id}/fidelity/log-reviews/{reviewId}/remove")
    String removeLogReview(
            Actor.Staff actor,
            @PathVariable InitiativeId id,
            @PathVariable LogReviewId reviewId,
            RedirectAttributes after) {
        units.removeLogReview(actor, id, reviewId);
        return done(id, "fidelity.log-review.removed", after);
    }

    private static String done(InitiativeId id, String notice, RedirectAttributes after) {
        after.addFlashAttribute("notice", notice);
        return "redirect:/initiatives/" + id + "/fidelity/unit";
    }
}
