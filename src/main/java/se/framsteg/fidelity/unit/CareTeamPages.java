package se.framsteg.fidelity.unit;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.ui.Fields;

/** One page on which a caseworker tells which care teams the own people come from. */
@Controller
class CareTeamPages {
    private final CareTeams teams;

    CareTeamPages(CareTeams teams) {
        this.teams = teams;
    }

    @GetMapping("/care-teams")
    String see(Actor.Staff actor, Model model) {
        var own = teams.own(actor);
        var fields = Fields.empty();
        own.forEach(one -> fields.with(field(one), one.team().orElse(null)));
        model.addAttribute("own", own);
        model.addAttribute("fields", fields);
        return "fidelity/care-teams";
    }

    @PostMapping("/care-teams")
    String tell(Actor.Staff actor, Fields fields, RedirectAttributes after) {
        for (var one : teams.own(actor)) {
            var told = fields.optionalId(field(one), CareTeamId::of);
            var none = fields.values(field(one)).equals(List.of(""));
            // What is not offered any more is no answer: it is told again, and nothing is changed by it.
            if ((none || told.filter(one.offered()::containsKey).isPresent()) && !told.equals(one.team())) {
                teams.tell(actor, one.person().id(), told);
            }
        }
        after.addFlashAttribute("notice", "fidelity.care-teams.told");
        return "redirect:/care-teams";
    }

    static String field(CareTeams.Own one) {
        return "team-" + one.person().id();
    }
}
