package se.framsteg.cases.activity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.cases.Cases;
import se.framsteg.cases.Result;
import se.framsteg.cases.activity.Activity.Details;
import se.framsteg.cases.activity.Activity.EndReason;
import se.framsteg.cases.activity.Activity.Kind;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.ui.Fields;

/** One form to register, change and end an activity, and one to withdraw it. */
@Controller
class ActivityPages {
    private final Activities activities;
    private final Cases cases;
    private final Clock clock;

    ActivityPages(Activities activities, Cases cases, Clock clock) {
        this.activities = activities;
        this.cases = cases;
        this.clock = clock;
    }

    @GetMapping("/cases/{caseId}/activities/new")
    String blank(Actor.Staff actor, @PathVariable CaseId caseId, Model model) {
        if (!activities.changeable(actor, caseId)) {
            return "redirect:/cases/" + cases.frame(actor, caseId).id();
        }
        var fields = Fields.empty().with("id", ActivityId.create()).with("from", LocalDate.now(clock));
        return form(actor, caseId, Optional.empty(), fields, model);
    }

    @PostMapping("/cases/{caseId}/activities/new")
    String register(
            Actor.Staff actor, @PathVariable CaseId caseId, Fields fields, Model model, RedirectAttributes after) {
        var id = fields.optionalId("id", ActivityId::of).orElseThrow(NotFoundException::new);
        var details = read(fields);
        activities.faults(details).forEach(fault -> fault.tell(fields));
        if (fields.ok()) {
            switch (activities.register(actor, caseId, id, details)) {
                case Result.Done<?> _ -> {
                    return done(caseId, "activity.registered", after);
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                case Result.Stale<?>() -> notRegistered(activities.changeable(actor, caseId), fields);
            }
        }
        return form(actor, caseId, Optional.empty(), fields, model);
    }

    /** A form that has been sent, and is changed and sent again after going back, is about something new. */
    private static void notRegistered(boolean open, Fields fields) {
        fields.with("id", ActivityId.create()).fail(open ? "activity.saved-already" : "case.ended-meanwhile");
    }

    @GetMapping("/cases/{caseId}/activities/{id}")
    String see(Actor.Staff actor, @PathVariable CaseId caseId, @PathVariable ActivityId id, Model model) {
        var activity = activities.see(actor, caseId, id);
        var fields = Fields.empty().with("version", activity.version());
        written(activity.details()).forEach(fields::with);
        return form(actor, caseId, Optional.of(activity), fields, model);
    }

    @PostMapping("/cases/{caseId}/activities/{id}")
    String change(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable ActivityId id,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        var details = read(fields);
        activities.faults(details).forEach(fault -> fault.tell(fields));
        if (fields.ok()) {
            switch (activities.change(actor, caseId, id, fields.version(), details)) {
                case Result.Done<?> _ -> {
                    return done(caseId, "activity.changed", after);
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                case Result.Stale<?>() -> {
                    return changedMeanwhile(actor, caseId, id, fields, model);
                }
            }
        }
        return form(actor, caseId, Optional.of(activities.see(actor, caseId, id)), fields, model);
    }

    @PostMapping("/cases/{caseId}/activities/{id}/withdraw")
    String withdraw(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable ActivityId id,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        var reason = fields.required("withdrawal", 1000, "activity.withdrawal");
        if (fields.ok()) {
            switch (activities.withdraw(actor, caseId, id, fields.version(), reason)) {
                case Result.Done<?> _ -> {
                    return done(caseId, "activity.withdrawn", after);
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                case Result.Stale<?>() -> fields.fail("activity.changed-meanwhile");
            }
        }
        var activity = activities.see(actor, caseId, id);
        written(activity.details()).forEach(fields::with);
        return form(actor, caseId, Optional.of(activity), fields.with("version", activity.version()), model);
    }

    private String changedMeanwhile(Actor.Staff actor, CaseId caseId, ActivityId id, Fields fields, Model model) {
        var now = activities.see(actor, caseId, id);
        if (now.withdrawn().isPresent()) {
            fields.fail("activity.withdrawn-meanwhile");
        } else if (now.version() == fields.version()) {
            fields.fail("case.ended-meanwhile");
        } else {
            fields.conflict(written(now.details()), now.version());
        }
        return form(actor, caseId, Optional.of(now), fields, model);
    }

    private static String done(CaseId caseId, String notice, RedirectAttributes after) {
        after.addFlashAttribute("notice", notice);
        return "redirect:/cases/" + caseId;
    }

    private static Details read(Fields fields) {
        return new Details(
                fields.choice("kind", Kind.class, "activity.kind"),
                fields.required("title", 200, "activity.title"),
                fields.text("provider", 200),
                fields.date("from", "activity.from"),
                fields.optionalDate("to"),
                fields.optionalDecimal("hours", 0, 80),
                fields.optionalChoice("endReason", EndReason.class).filter(reason -> reason != EndReason.GROUP_ENDED));
    }

    private static Map<String, String> written(Details details) {
        return Map.of(
                "kind", details.kind().name(),
                "title", details.title(),
                "provider", details.provider(),
                "from", details.from().toString(),
                "to", details.to().map(LocalDate::toString).orElse(""),
                "hours", Fields.decimal(details.hours()),
                "endReason", details.endReason().map(Enum::name).orElse(""));
    }

    private String form(Actor.Staff actor, CaseId caseId, Optional<Activity> activity, Fields fields, Model model) {
        model.addAttribute("frame", activity.isPresent() ? cases.frame(actor, caseId) : cases.look(actor, caseId));
        model.addAttribute("activity", activity);
        model.addAttribute(
                "keptAt", activity.filter(Activity::kept).flatMap(one -> activities.keptAt(caseId, one.id())));
        model.addAttribute("changeable", changeable(actor, caseId, activity));
        model.addAttribute("fields", fields);
        return "cases/activity";
    }

    private boolean changeable(Actor.Staff actor, CaseId caseId, Optional<Activity> activity) {
        return activities.changeable(actor, caseId)
                && activity.filter(one -> one.kept() || one.withdrawn().isPresent())
                        .isEmpty();
    }
}
