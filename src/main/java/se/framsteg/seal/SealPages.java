package se.framsteg.seal;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import se.framsteg.access.Actor;

/** The journal's seals: how it stands with them, and a check of the whole. */
@Controller
class SealPages {
    private final Seals seals;

    SealPages(Seals seals) {
        this.seals = seals;
    }

    @GetMapping("/settings/seals")
    String see(Actor.Staff staff, Model model) {
        model.addAttribute("state", seals.see(staff));
        return "seal/seals";
    }

    @PostMapping("/settings/seals")
    String check(Actor.Staff staff, Model model) {
        model.addAttribute("checked", seals.check(staff));
        model.addAttribute("state", seals.see(staff));
        return "seal/seals";
    }
}
