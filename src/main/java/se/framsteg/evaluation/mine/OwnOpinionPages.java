package se.framsteg.evaluation.mine;

import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.evaluation.Occasion;
import se.framsteg.evaluation.Opinion;
import se.framsteg.evaluation.OwnOpinions;
import se.framsteg.ui.Fields;

/** The participant says what they think of the initiative, or that they don't want to. */
@Controller
class OwnOpinionPages {
    private static final String PAGE = "/svara/utvardering";

    private final OwnOpinions opinions;

    OwnOpinionPages(OwnOpinions opinions) {
        this.opinions = opinions;
    }

    @GetMapping(PAGE)
    String ask(Actor.Respondent participant, Model model) {
        return page(participant, Fields.empty(), opinions.asked(participant), model);
    }

    @PostMapping(PAGE)
    String answer(Actor.Respondent participant, Fields fields, Model model, RedirectAttributes after) {
        var opinion = Opinion.read(fields);
        var occasion = fields.optionalChoice("occasion", Occasion.class);
        if (fields.ok()
                && occasion.filter(one -> opinions.answer(participant, one, opinion))
                        .isPresent()) {
            after.addFlashAttribute("notice", "own-evaluation.thanks");
            return "redirect:" + PAGE;
        }
        return page(participant, fields, opinions.asked(participant), model);
    }

    @PostMapping(PAGE + "/nej")
    String decline(Actor.Respondent participant, Fields fields, RedirectAttributes after) {
        fields.optionalChoice("occasion", Occasion.class)
                .filter(one -> opinions.decline(participant, one))
                .ifPresent(_ -> after.addFlashAttribute("notice", "own-evaluation.declined"));
        return "redirect:" + PAGE;
    }

    private static String page(Actor.Respondent participant, Fields fields, Optional<Occasion> asked, Model model) {
        model.addAttribute("asked", asked);
        model.addAttribute("handedOver", participant.handedOver());
        model.addAttribute("fields", fields);
        return "evaluation/mine/opinion";
    }
}
