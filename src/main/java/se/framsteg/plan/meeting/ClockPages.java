package se.framsteg.plan.meeting;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.plan.meeting.CallClock.Days;
import se.framsteg.shared.AssociationId;
import se.framsteg.ui.Fields;

/** Within how many days the parties of an association have agreed to call and to come. */
@Controller
class ClockPages {
    private final Clocks clocks;

    ClockPages(Clocks clocks) {
        this.clocks = clocks;
    }

    @GetMapping("/associations/{id}/plan-clocks")
    String see(Actor.Staff actor, @PathVariable AssociationId id, Model model) {
        var now = clocks.see(actor, id);
        var fields = Fields.empty().with("version", now.version());
        written(now.days()).forEach(fields::with);
        return form(id, fields, model);
    }

    @PostMapping("/associations/{id}/plan-clocks")
    String agree(
            Actor.Staff actor, @PathVariable AssociationId id, Fields fields, Model model, RedirectAttributes after) {
        clocks.see(actor, id);
        var days = new Days(fields.number("samsip", 1, Days.MOST), fields.number("discharge", 1, Days.MOST));
        if (fields.ok()) {
            if (clocks.agree(actor, id, fields.version(), days)) {
                after.addFlashAttribute("notice", "form.saved");
                return "redirect:/associations/" + id;
            }
            var now = clocks.see(actor, id);
            fields.conflict(written(now.days()), now.version());
        }
        return form(id, fields, model);
    }

    private static Map<String, String> written(Days days) {
        return Map.of("samsip", String.valueOf(days.samsip()), "discharge", String.valueOf(days.discharge()));
    }

    private static String form(AssociationId id, Fields fields, Model model) {
        model.addAttribute("association", id);
        model.addAttribute("fields", fields);
        return "plan/meeting/clocks";
    }
}
