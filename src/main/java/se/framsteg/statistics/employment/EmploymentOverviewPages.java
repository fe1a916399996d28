package se.framsteg.statistics.employment;

import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.framsteg.access.Actor;
import se.framsteg.shared.InitiativeId;

/** Work over the cases of an initiative, as a page. */
@Controller
class EmploymentOverviewPages {
    private final EmploymentOverviews overviews;

    EmploymentOverviewPages(EmploymentOverviews overviews) {
        this.overviews = overviews;
    }

    @GetMapping("/initiatives/{id}/follow-up/employment")
    String show(
            Actor.Staff staff,
            @PathVariable InitiativeId id,
            @RequestParam Optional<String> from,
            @RequestParam Optional<String> to,
            Model model) {
        model.addAttribute("view", overviews.of(staff, id, from, to));
        return "statistics/employment";
    }
}
