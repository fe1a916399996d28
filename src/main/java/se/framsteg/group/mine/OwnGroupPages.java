package se.framsteg.group.mine;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.cases.Result;
import se.framsteg.group.Answer;
import se.framsteg.group.GroupId;
import se.framsteg.group.OwnGroups;
import se.framsteg.ui.Fields;

/** The participant reads of the own groups, and says what they thought of one. */
@Controller
class OwnGroupPages {
    private static final String PAGE = "/svara/min-sida/grupper";

    private final OwnGroups groups;

    OwnGroupPages(OwnGroups groups) {
        this.groups = groups;
    }

    @GetMapping(PAGE)
    String see(Actor.Respondent participant, Model model) {
        model.addAttribute("groups", groups.see(participant));
        return "group/mine/groups";
    }

    @GetMapping(PAGE + "/{id}/utvardering")
    String ask(Actor.Respondent participant, @PathVariable GroupId id, Model model) {
        return form(participant, id, Fields.empty(), model);
    }

    @PostMapping(PAGE + "/{id}/utvardering")
    String answer(
            Actor.Respondent participant,
            @PathVariable GroupId id,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        var answer = Answer.read(fields);
        if (fields.ok()) {
            if (groups.answer(participant, id, answer) instanceof Result.Done<?>) {
                after.addFlashAttribute("notice", "own-group.evaluate.thanks");
                return "redirect:" + PAGE;
            }
            fields.fail("own-group.evaluate.closed");
        }
        return form(participant, id, fields, model);
    }

    private String form(Actor.Respondent participant, GroupId id, Fields fields, Model model) {
        model.addAttribute("group", groups.asked(participant, id));
        model.addAttribute("fields", fields);
        return "group/mine/evaluation";
    }
}
