package se.framsteg.assessment.mine;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.framsteg.access.Actor;
import se.framsteg.assessment.progression.Picture;
import se.framsteg.assessment.progression.Progression;
import se.framsteg.assessment.talk.Agreements;
import se.framsteg.home.OwnToDoSource;
import se.framsteg.shared.RoundId;
import se.framsteg.ui.Fields;

/** The participant looks at the own page. Not on a device that was handed over, which is the caseworker's. */
@Controller
class OwnPages {
    private final Progression progression;
    private final Agreements agreements;
    private final WhoLooked whoLooked;
    private final List<OwnToDoSource> toDos;

    OwnPages(Progression progression, Agreements agreements, WhoLooked whoLooked, List<OwnToDoSource> toDos) {
        this.progression = progression;
        this.agreements = agreements;
        this.whoLooked = whoLooked;
        this.toDos = List.copyOf(toDos);
    }

    /** A parameter {@code round} tells which of the own rounds to look at; without it, the latest that can be shown. */
    @GetMapping("/svara/min-sida")
    @Transactional
    public String show(
            Actor.Respondent participant,
            Fields fields,
            @RequestParam Optional<String> view,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var chosen = fields.optionalId("round", RoundId::of);
        var own = progression.own(participant, chosen, locale.getLanguage());
        model.addAttribute("own", new OwnPage(own, agreements.own(participant)));
        model.addAttribute(
                "toDo",
                toDos.stream()
                        .flatMap(source -> source.toDo(participant).stream())
                        .toList());
        model.addAttribute("picture", Picture.chosen(view, request, response));
        return "assessment/mine/own-page";
    }

    /** A parameter {@code before} tells the day before which to go on reading. */
    @GetMapping("/svara/min-sida/looks")
    String looks(Actor.Respondent participant, Fields fields, Model model) {
        model.addAttribute("told", whoLooked.about(participant, fields.optionalDate("before")));
        return "assessment/mine/looks";
    }
}
