package se.framsteg.plan.followup;

import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.framsteg.access.Actor;
import se.framsteg.plan.meeting.LateMeetings;
import se.framsteg.shared.InitiativeId;
import se.framsteg.ui.Page;

/** How plans are followed up, as a page and as a file with the same numbers. */
@Controller
class PlanFollowUpPages {
    private final PlanFollowUps followUps;
    private final LateMeetings late;

    PlanFollowUpPages(PlanFollowUps followUps, LateMeetings late) {
        this.followUps = followUps;
        this.late = late;
    }

    @GetMapping("/initiatives/{id}/follow-up/plans")
    String show(
            Actor.Staff staff,
            @PathVariable InitiativeId id,
            @RequestParam Optional<String> from,
            @RequestParam Optional<String> to,
            Model model) {
        var view = followUps.of(staff, id, from, to);
        model.addAttribute("view", view);
        model.addAttribute("waiting", late.ofInitiative(staff, id));
        return "plan/follow-up";
    }

    @GetMapping("/initiatives/{id}/follow-up/plans.csv")
    ResponseEntity<byte[]> file(
            Actor.Staff staff,
            @PathVariable InitiativeId id,
            @RequestParam Optional<String> from,
            @RequestParam Optional<String> to,
            @ModelAttribute("page") Page page) {
        var view = followUps.of(staff, id, from, to);
        var name = "%s-%s-%s"
                .formatted(
                        page.t("plan-follow-up.file-name"),
                        view.period().from(),
                        view.period().to());
        return new PlanFollowUpFile(page, view).spreadsheet().download(name);
    }
}
