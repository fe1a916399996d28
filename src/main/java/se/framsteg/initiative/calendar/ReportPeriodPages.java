package se.framsteg.initiative.calendar;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.initiative.Affairs;
import se.framsteg.shared.ChangedMeanwhileException;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.ui.Fields;
import se.framsteg.ui.Page;

/** When an initiative reports: the list, and forms for one period and for the quarters of the calendar. */
@Controller
@RequestMapping("/initiatives/{id}/calendar")
class ReportPeriodPages {
    private final ReportCalendar calendar;

    ReportPeriodPages(ReportCalendar calendar) {
        this.calendar = calendar;
    }

    @GetMapping
    String see(Actor.Staff actor, @PathVariable InitiativeId id, Model model) {
        model.addAttribute("view", calendar.see(actor, id));
        return "initiative/calendar/calendar";
    }

    @GetMapping("/new")
    String blank(Actor.Staff actor, @PathVariable InitiativeId id, Model model) {
        var fields = Fields.empty().with("id", ReportPeriodId.create());
        return form(calendar.head(actor, id), Optional.empty(), fields, model);
    }

    @PostMapping("/new")
    String add(
            Actor.Staff actor,
            @PathVariable InitiativeId id,
            Fields fields,
            @ModelAttribute("page") Page page,
            Model model,
            RedirectAttributes after) {
        var head = calendar.head(actor, id);
        var period = read(fields, fields.optionalId("id", ReportPeriodId::of).orElseThrow(NotFoundException::new));
        if (fields.ok()) {
            try {
                calendar.add(actor, id, period);
                return done(id, "calendar.added", after);
            } catch (OverlappingPeriodException e) {
                failOverlap(fields, e.other(), page);
            }
        }
        return form(head, Optional.empty(), fields, model);
    }

    @GetMapping("/{periodId}")
    String see(Actor.Staff actor, @PathVariable InitiativeId id, @PathVariable ReportPeriodId periodId, Model model) {
        var one = calendar.see(actor, id, periodId);
        var fields = Fields.empty().with("version", one.period().version());
        written(one.period()).forEach(fields::with);
        return form(one.head(), Optional.of(periodId), fields, model);
    }

    @PostMapping("/{periodId}")
    String change(
            Actor.Staff actor,
            @PathVariable InitiativeId id,
            @PathVariable ReportPeriodId periodId,
            Fields fields,
            @ModelAttribute("page") Page page,
            Model model,
            RedirectAttributes after) {
        var head = calendar.see(actor, id, periodId).head();
        var period = read(fields, periodId);
        if (fields.ok()) {
            try {
                calendar.change(actor, id, period);
                return done(id, "calendar.changed", after);
            } catch (OverlappingPeriodException e) {
                failOverlap(fields, e.other(), page);
            } catch (ChangedMeanwhileException e) {
                var saved = calendar.see(actor, id, periodId).period();
                fields.conflict(written(saved), saved.version());
            }
        }
        return form(head, Optional.of(periodId), fields, model);
    }

    @PostMapping("/{periodId}/remove")
    String remove(
            Actor.Staff actor,
            @PathVariable InitiativeId id,
            @PathVariable ReportPeriodId periodId,
            Fields fields,
            RedirectAttributes after) {
        try {
            calendar.remove(actor, id, periodId, fields.version());
            return done(id, "calendar.removed", after);
        } catch (ChangedMeanwhileException e) {
            after.addFlashAttribute("notice", "affairs.changed-meanwhile");
            return "redirect:/initiatives/" + id + "/calendar/" + periodId;
        }
    }

    @GetMapping("/propose")
    String propose(Actor.Staff actor, @PathVariable InitiativeId id, Model model) {
        model.addAttribute("view", calendar.propose(actor, id));
        return "initiative/calendar/propose";
    }

    @PostMapping("/propose")
    String addProposed(Actor.Staff actor, @PathVariable InitiativeId id, RedirectAttributes after) {
        var added = calendar.addProposed(actor, id);
        return done(id, added == 0 ? "calendar.proposed.none" : "calendar.proposed.added", after);
    }

    private static ReportPeriod read(Fields fields, ReportPeriodId id) {
        var period = new ReportPeriod(
                id,
                fields.choice("kind", ReportPeriod.Kind.class, "calendar.kind"),
                fields.date("from", "calendar.from"),
                fields.date("to", "calendar.to"),
                fields.date("due", "calendar.due"),
                fields.version());
        if (fields.ok()) {
            period.fault().ifPresent(fault -> fields.fail(fault.field(), fault.key()));
        }
        return period;
    }

    private static void failOverlap(Fields fields, ReportPeriod other, Page page) {
        fields.fail("from", "calendar.overlaps", page.date(other.from()), page.date(other.to()));
    }

    private static Map<String, String> written(ReportPeriod period) {
        return Map.of(
                "kind", period.kind().name(),
                "from", period.from().toString(),
                "to", period.to().toString(),
                "due", period.due().toString());
    }

    private static String form(Affairs.Head head, Optional<ReportPeriodId> period, Fields fields, Model model) {
        model.addAttribute("head", head);
        model.addAttribute("period", period);
        model.addAttribute("fields", fields);
        return "initiative/calendar/period";
    }

    private static String done(InitiativeId id, String notice, RedirectAttributes after) {
        after.addFlashAttribute("notice", notice);
        return "redirect:/initiatives/" + id + "/calendar";
    }
}
