package se.framsteg.statistics;

import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.framsteg.access.Actor;
import se.framsteg.shared.InitiativeId;
import se.framsteg.ui.Page;

/** How it goes, as a page and as a file with the same numbers. */
@Controller
class FollowUpPages {
    private final FollowUps followUps;

    FollowUpPages(FollowUps followUps) {
        this.followUps = followUps;
    }

    @GetMapping("/follow-up")
    String list(Actor.Staff staff, Model model) {
        model.addAttribute("led", followUps.list(staff));
        return "statistics/follow-ups";
    }

    @GetMapping("/initiatives/{id}/follow-up")
    String show(
            Actor.Staff staff,
            @PathVariable InitiativeId id,
            @RequestParam Optional<String> from,
            @RequestParam Optional<String> to,
            @ModelAttribute("page") Page page,
            Model model) {
        model.addAttribute("view", followUps.of(staff, id, from, to, page.language()));
        return "statistics/follow-up";
    }

    @GetMapping("/initiatives/{id}/follow-up.csv")
    ResponseEntity<byte[]> file(
            Actor.Staff staff,
            @PathVariable InitiativeId id,
            @RequestParam Optional<String> from,
            @RequestParam Optional<String> to,
            @ModelAttribute("page") Page page) {
        var view = followUps.of(staff, id, from, to, page.language());
        var name = "%s-%s-%s"
                .formatted(
                        page.t("follow-up.file-name"),
                        view.period().from(),
                        view.period().to());
        return new FollowUpFile(page, view).spreadsheet().download(name);
    }
}
