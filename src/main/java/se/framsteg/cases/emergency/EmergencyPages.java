package se.framsteg.cases.emergency;

import java.time.Duration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.shared.Identifying;
import se.framsteg.ui.Fields;

/** To open a case in an emergency, and to take note that one was opened. */
@Controller
class EmergencyPages {
    /** Shorter than this no reason can be understood: our own choice. */
    private static final int SHORTEST_REASON = 10;

    private final Emergencies emergencies;
    private final EmergencyNotices notices;

    EmergencyPages(Emergencies emergencies, EmergencyNotices notices) {
        this.emergencies = emergencies;
        this.notices = notices;
    }

    @GetMapping("/cases/emergency")
    String form(Actor.Staff actor, Model model) {
        emergencies.requireDoor(actor);
        return page(Fields.empty(), model);
    }

    @PostMapping("/cases/emergency")
    String open(Actor.Staff actor, Fields fields, Model model) {
        emergencies.requireDoor(actor);
        var wanted = fields.required("wanted", 100, "emergency.wanted");
        var reason = fields.required("reason", 1000, "emergency.reason");
        if (!reason.isEmpty() && reason.length() < SHORTEST_REASON) {
            fields.fail("reason", "emergency.reason.short");
        }
        fields.refuse("reason", Identifying.in(reason), "emergency.reason.identifying");
        if (fields.ok()) {
            switch (emergencies.open(actor, wanted, reason)) {
                case Emergencies.Opening.Opened(var id) -> {
                    return "redirect:/cases/" + id;
                }
                case Emergencies.Opening.Closed() -> fields.fail("wanted", "emergency.closed");
                case Emergencies.Opening.Wait(var pause) -> fields.fail("wanted", "emergency.wait", minutes(pause));
            }
        }
        return page(fields, model);
    }

    private static long minutes(Duration pause) {
        return Math.max(1, pause.plusSeconds(59).toMinutes());
    }

    private static String page(Fields fields, Model model) {
        model.addAttribute("fields", fields);
        return "cases/emergency";
    }

    @GetMapping("/cases/emergency/{id}")
    String told(Actor.Staff actor, @PathVariable EmergencyId id, Model model) {
        model.addAttribute("emergency", notices.see(actor, id));
        return "cases/emergency-told";
    }

    @PostMapping("/cases/emergency/{id}")
    String takeNote(Actor.Staff actor, @PathVariable EmergencyId id, RedirectAttributes after) {
        notices.takeNote(actor, id);
        after.addFlashAttribute("notice", "emergency.noted");
        return "redirect:/cases/emergency/" + id;
    }
}
