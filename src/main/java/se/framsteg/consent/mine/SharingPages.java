package se.framsteg.consent.mine;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.cases.Result;
import se.framsteg.consent.ConsentId;
import se.framsteg.consent.ConsentView;
import se.framsteg.consent.OwnConsents;
import se.framsteg.consent.text.ConsentTexts;
import se.framsteg.shared.NotFoundException;
import se.framsteg.ui.Page;

/** The participant sees who may see what, and stops it. Not on a device that was handed over, which is the caseworker's. */
@Controller
class SharingPages {
    private static final String PAGE = "/svara/min-sida/samtycken";

    private final Sharing sharing;
    private final OwnConsents consents;
    private final ConsentTexts texts;

    SharingPages(Sharing sharing, OwnConsents consents, ConsentTexts texts) {
        this.sharing = sharing;
        this.consents = consents;
        this.texts = texts;
    }

    @GetMapping(PAGE)
    String show(Actor.Respondent participant, @ModelAttribute("page") Page page, Model model) {
        model.addAttribute("shared", sharing.of(participant));
        return page("sharing", page, model);
    }

    /** Asks once more, since what is stopped can't be taken up again without a new question. */
    @GetMapping(PAGE + "/{id}/stop")
    String ask(
            Actor.Respondent participant,
            @PathVariable ConsentId id,
            @ModelAttribute("page") Page page,
            Model model) {
        var own = consents.own(participant);
        var line = own.yes(id);
        if (line.isEmpty()) {
            return afterStop(own, id);
        }
        model.addAttribute("line", line.get());
        return page("stop", page, model);
    }

    /** Once stopped it stays so, however often it is sent. What somebody has changed meanwhile is asked about again. */
    @PostMapping(PAGE + "/{id}/stop")
    String stop(
            Actor.Respondent participant,
            @PathVariable ConsentId id,
            @RequestParam(defaultValue = "0") int number,
            RedirectAttributes after) {
        var result = consents.withdrawOwn(participant, id, number);
        if (!(result instanceof Result.Done<ConsentId>)) {
            var own = consents.own(participant);
            if (own.yes(id).isPresent()) {
                after.addFlashAttribute("notice", "sharing.changed");
                return "redirect:" + PAGE + "/" + id + "/stop";
            }
        }
        after.addFlashAttribute("notice", "sharing.stopped");
        return "redirect:" + PAGE;
    }

    /** Back to the page, from a consent of the own that is no longer a yes. */
    private static String afterStop(ConsentView own, ConsentId id) {
        if (own.history().stream().noneMatch(line -> line.consent().id().equals(id))) {
            throw new NotFoundException();
        }
        return "redirect:" + PAGE;
    }

    private String page(String template, Page page, Model model) {
        model.addAttribute("kinds", texts.in(page.language()).orElseGet(texts::swedish).kinds());
        return "consent/mine/" + template;
    }
}
