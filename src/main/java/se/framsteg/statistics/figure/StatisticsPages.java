package se.framsteg.statistics.figure;

import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import se.framsteg.access.Actor;
import se.framsteg.shared.InitiativeId;
import se.framsteg.ui.Page;

/** Statistics as a page, and as a file with the same numbers. */
@Controller
class StatisticsPages {
    private final StatisticsViews views;

    StatisticsPages(StatisticsViews views) {
        this.views = views;
    }

    @GetMapping("/statistics")
    String show(
            Actor.Staff staff,
            @RequestParam(defaultValue = "") List<InitiativeId> initiative,
            @RequestParam Optional<String> span,
            @RequestParam(defaultValue = "false") boolean exact,
            Model model) {
        model.addAttribute("view", views.of(staff, initiative, span, exact));
        return "statistics/statistics";
    }

    @GetMapping("/statistics.csv")
    ResponseEntity<byte[]> file(
            Actor.Staff staff,
            @RequestParam(defaultValue = "") List<InitiativeId> initiative,
            @RequestParam Optional<String> span,
            @RequestParam(defaultValue = "false") boolean exact,
            @ModelAttribute("page") Page page) {
        var view = views.of(staff, initiative, span, exact);
        return new StatisticsFile(page, view)
                .spreadsheet()
                .download(page.t("statistics.file-name") + "-" + view.span().code());
    }
}
