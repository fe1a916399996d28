package se.framsteg.statistics.ledger;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import se.framsteg.access.Actor;
import se.framsteg.shared.InitiativeId;
import se.framsteg.ui.Fields;
import se.framsteg.ui.Page;

/** Statistics as a page, and as a file with the same numbers. */
@Controller
class StatisticsPages {
    private final StatisticsViews views;

    StatisticsPages(StatisticsViews views) {
        this.views = views;
    }

    @GetMapping("/statistics")
    String show(Actor.Staff actor, Fields fields, Model model) {
        var view = view(actor, fields);
        for (var day : Set.of("from", "to")) {
            if (fields.value(day).isBlank()) {
                fields.with(day, day.equals("from") ? view.from() : view.to());
            }
        }
        model.addAttribute("view", view);
        model.addAttribute("fields", fields);
        return "statistics/statistics";
    }

    @GetMapping("/statistics.csv")
    ResponseEntity<byte[]> file(Actor.Staff actor, Fields fields, @ModelAttribute("page") Page page) {
        var view = view(actor, fields);
        var name = "%s-%s-%s".formatted(page.t("statistics.file-name"), view.from(), view.to());
        return new StatisticsFile(page, view).spreadsheet().download(name);
    }

    /** Where the days are wrong, all the time there is is told of, and what was typed stands with what is wrong. */
    private StatisticsView view(Actor.Staff actor, Fields fields) {
        var chosen = fields.ids("initiative", InitiativeId::of);
        var from = day(fields, "from");
        var to = day(fields, "to");
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            fields.fail("to", "statistics.period.order");
        }
        var exact = fields.has("mode", "exact");
        return fields.ok()
                ? views.of(actor, chosen, from, to, exact)
                : views.of(actor, chosen, Optional.empty(), Optional.empty(), exact);
    }

    private static Optional<LocalDate> day(Fields fields, String field) {
        return fields.value(field).isBlank() ? Optional.empty() : fields.optionalDate(field);
    }
}
