package se.framsteg.organisation;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.StaffId;
import se.framsteg.shared.TeamId;
import se.framsteg.ui.Fields;

@Controller
class TeamPages {
    private final Teams teams;
    private final Guard guard;

    TeamPages(Teams teams, Guard guard) {
        this.teams = teams;
        this.guard = guard;
    }

    @GetMapping("/teams/new")
    String add(Actor.Staff staff, @RequestParam AssociationId association, Model model) {
        return newForm(staff, association).show(Fields.empty(), model);
    }

    @PostMapping("/teams/new")
    String add(
            Actor.Staff staff,
            @RequestParam AssociationId association,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        return newForm(staff, association)
                .save(
                        fields,
                        model,
                        after,
                        name -> "/teams/" + teams.add(staff, association, name),
                        () -> new NameForm.Saved("", 0));
    }

    private NameForm newForm(Actor.Staff staff, AssociationId association) {
        if (!guard.allows(staff, Action.ADD_TEAM, association)) {
            throw new NotFoundException();
        }
        return new NameForm("team", "/teams/new?association=" + association, "/associations/" + association, true);
    }

    @GetMapping("/teams/{id}")
    String see(Actor.Staff staff, @PathVariable TeamId id, Model model) {
        return page(staff, id, Fields.empty(), model);
    }

    private String page(Actor.Staff staff, TeamId id, Fields fields, Model model) {
        var team = teams.team(staff, id);
        model.addAttribute("team", team);
        model.addAttribute("fields", fields);
        model.addAttribute("candidates", team.allows(Action.CHANGE_TEAM) ? teams.candidates(staff, id) : List.of());
        return "organisation/team";
    }

    @GetMapping("/teams/{id}/edit")
    String edit(Actor.Staff staff, @PathVariable TeamId id, Model model) {
        var team = changeable(staff, id);
        return form(id).show(NameForm.of(team.name(), team.version()), model);
    }

    @PostMapping("/teams/{id}/edit")
    String edit(Actor.Staff staff, @PathVariable TeamId id, Fields fields, Model model, RedirectAttributes after) {
        changeable(staff, id);
        NameForm.Save save = name -> {
            teams.rename(staff, id, name, fields.version());
            return "/teams/" + id;
        };
        NameForm.Now now = () -> {
            var saved = teams.team(staff, id);
            return new NameForm.Saved(saved.name(), saved.version());
        };
        return form(id).save(fields, model, after, save, now);
    }

    private Teams.Team changeable(Actor.Staff staff, TeamId id) {
        var team = teams.team(staff, id);
        if (!team.allows(Action.CHANGE_TEAM)) {
            throw new NotFoundException();
        }
        return team;
    }

    private static NameForm form(TeamId id) {
        return new NameForm("team", "/teams/" + id + "/edit", "/teams/" + id, false);
    }

    @PostMapping("/teams/{id}/members")
    String addMember(Actor.Staff staff, @PathVariable TeamId id, Fields fields, Model model) {
        changeable(staff, id);
        var member = fields.optionalId("member", StaffId::of);
        if (member.isEmpty()) {
            fields.fail("member", "team.member.required");
            return page(staff, id, fields, model);
        }
        teams.addMember(staff, id, member.get());
        return "redirect:/teams/" + id;
    }

    @PostMapping("/teams/{id}/members/{member}/remove")
    String removeMember(Actor.Staff staff, @PathVariable TeamId id, @PathVariable StaffId member) {
        teams.removeMember(staff, id, member);
        return "redirect:/teams/" + id;
    }
}
