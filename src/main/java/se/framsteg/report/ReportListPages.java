package se.framsteg.report;

import java.util.EnumSet;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.cases.Result;
import se.framsteg.initiative.calendar.ReportPeriod.Kind;
import se.framsteg.initiative.calendar.ReportPeriodId;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.statistics.ledger.LedgerClosing;
import se.framsteg.ui.Fields;
import se.framsteg.ui.Page;

/** Which reports there are and when they are due, of one initiative and of all; to begin one; and which chapters they have. */
@Controller
class ReportListPages {
    private final Reports reports;
    private final ReportDays days;
    private final LedgerClosing closing;

    ReportListPages(Reports reports, ReportDays days, LedgerClosing closing) {
        this.reports = reports;
        this.days = days;
        this.closing = closing;
    }

    @GetMapping("/reports")
    String all(Actor.Staff actor, Model model) {
        model.addAttribute("days", days.all(actor));
        return "report/reports";
    }

    @GetMapping("/initiatives/{id}/reports")
    String of(Actor.Staff actor, @PathVariable InitiativeId id, Model model) {
        model.addAttribute("view", days.of(actor, id));
        return "report/initiative";
    }

    /** Filled in from the day in the calendar that it is about, if there is one. */
    @GetMapping("/initiatives/{id}/reports/new")
    String blank(
            Actor.Staff actor,
            @PathVariable InitiativeId id,
            @RequestParam Optional<ReportPeriodId> period,
            Model model) {
        var fields = Fields.empty().with("id", ReportId.create());
        period.flatMap(one -> days.period(actor, id, one))
                .ifPresentOrElse(
                        one -> fields.with("kind", one.kind())
                                .with("from", one.from())
                                .with("to", one.to()),
                        () -> fields.with("kind", Kind.QUARTERLY));
        return form(actor, id, fields, model);
    }

    @PostMapping("/initiatives/{id}/reports/new")
    String begin(
            Actor.Staff actor, @PathVariable InitiativeId id, Fields fields, Model model, RedirectAttributes after) {
        var form = fields.optionalId("id", ReportId::of).orElseThrow(NotFoundException::new);
        var kind = fields.choice("kind", Kind.class, "report.kind");
        var from = fields.date("from", "report.from");
        var to = fields.date("to", "report.to");
        if (fields.ok()) {
            switch (reports.begin(actor, id, form, kind, from, to)) {
                case Result.Refused<?> refused -> refused.tell(fields);
                default -> {
                    // What is due is counted within the hour anyway; whoever begins to write has the figures at once.
                    closing.close(id);
                    after.addFlashAttribute("notice", "report.begun");
                    return "redirect:/reports/" + form;
                }
            }
        }
        return form(actor, id, fields, model);
    }

    private String form(Actor.Staff actor, InitiativeId id, Fields fields, Model model) {
        reports.layout(actor, id);
        model.addAttribute("initiative", id);
        model.addAttribute("fields", fields);
        return "report/new";
    }

    @GetMapping("/initiatives/{id}/reports/chapters")
    String layout(Actor.Staff actor, @PathVariable InitiativeId id, Model model) {
        var layout = reports.layout(actor, id);
        return layout(
                id, layout, Fields.empty().with("sections", layout.chosen()).with("version", layout.version()), model);
    }

    private static String layout(InitiativeId id, Reports.Layout layout, Fields fields, Model model) {
        model.addAttribute("initiative", id);
        model.addAttribute("layout", layout);
        model.addAttribute("fields", fields);
        return "report/layout";
    }

    @PostMapping("/initiatives/{id}/reports/chapters")
    String setLayout(
            Actor.Staff actor,
            @PathVariable InitiativeId id,
            Fields fields,
            @ModelAttribute("page") Page page,
            Model model,
            RedirectAttributes after) {
        var layout = reports.layout(actor, id);
        var chosen = EnumSet.noneOf(Section.class);
        chosen.addAll(fields.choices("sections", Section.class));
        chosen.retainAll(layout.offered());
        if (chosen.isEmpty()) {
            fields.fail("sections", "report.chapters.required");
        }
        if (fields.ok() && !reports.setLayout(actor, id, chosen, fields.version())) {
            fields.fail("report.meanwhile");
            fields.with("version", reports.layout(actor, id).version());
        }
        if (fields.ok()) {
            after.addFlashAttribute("notice", "report.chapters.saved");
            return "redirect:/initiatives/" + id + "/reports";
        }
        return layout(id, layout, fields, model);
    }
}
