package se.framsteg.assessment.talk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.assessment.RoundReading;
import se.framsteg.assessment.progression.Picture;
import se.framsteg.assessment.progression.Progression;
import se.framsteg.cases.Cases;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.RoundId;
import se.framsteg.ui.Fields;

/** The talk: one screen for two. */
@Controller
class TalkPages {
    private final Progression progression;
    private final Agreements agreements;
    private final RoundReading reading;
    private final Cases cases;
    private final Guard guard;
    private final Clock clock;

    TalkPages(
            Progression progression,
            Agreements agreements,
            RoundReading reading,
            Cases cases,
            Guard guard,
            Clock clock) {
        this.progression = progression;
        this.agreements = agreements;
        this.reading = reading;
        this.cases = cases;
        this.guard = guard;
        this.clock = clock;
    }

    /** The talk about the latest round that can be shown; the list of rounds if there is none yet. */
    @GetMapping("/cases/{caseId}/talk")
    @Transactional
    public String latest(Actor.Staff staff, @PathVariable CaseId caseId, Locale locale) {
        if (!guard.allows(staff, Action.SEE_AGREEMENT, caseId)) {
            throw new NotFoundException();
        }
        return progression
                .view(staff, caseId, Optional.empty(), Optional.empty(), locale.getLanguage())
                .shown()
                .map(shown -> "redirect:" + path(caseId, shown.round().id()))
                .orElse("redirect:/cases/" + caseId + "/progression");
    }

    @GetMapping("/cases/{caseId}/talk/{roundId}")
    @Transactional
    public String show(
            Actor.Staff staff,
            @PathVariable CaseId caseId,
            @PathVariable RoundId roundId,
            @RequestParam Optional<String> view,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var picture = Picture.chosen(view, request, response);
        return page(staff, caseId, roundId, Fields.sent(request.getParameterMap()), picture, locale, model);
    }

    /** What a form comes back to: the talk that is written in now, also if there was none newer when the form was filled in. */
    @Transactional
    public String again(
            Actor.Staff staff,
            CaseId caseId,
            RoundId roundId,
            Fields fields,
            Picture picture,
            Locale locale,
            Model model) {
        if (!guard.allows(staff, Action.AGREE, caseId)) {
            throw new NotFoundException();
        }
        var view = progression.view(staff, caseId, Optional.of(roundId), Optional.empty(), locale.getLanguage());
        if (!view.latest(roundId)) {
            fields.fail("agreement.newer");
        }
        var latest = view.choices().getLast().id();
        return page(staff, caseId, latest, fields, picture, locale, model);
    }

    private String page(
            Actor.Staff staff,
            CaseId caseId,
            RoundId roundId,
            Fields fields,
            Picture picture,
            Locale locale,
            Model model) {
        var with = fields.optionalId("with", RoundId::of);
        var view = progression.view(staff, caseId, Optional.of(roundId), with, locale.getLanguage());
        model.addAttribute("frame", cases.frameOfPart(staff, caseId));
        model.addAttribute("view", view);
        model.addAttribute("shown", view.shown().orElseThrow());
        model.addAttribute("told", reading.told(caseId, view.all()).get(roundId));
        var latest = view.latest(roundId);
        var today = LocalDate.now(clock);
        model.addAttribute("agreed", Agreed.in(view, roundId, agreements.of(staff, caseId), today));
        // What was agreed in earlier talks is not added to afterwards.
        model.addAttribute("mayAgree", latest && guard.allows(staff, Action.AGREE, caseId));
        model.addAttribute("today", today);
        model.addAttribute("picture", picture);
        model.addAttribute("fields", fields);
        return "assessment/talk/talk";
    }

    static String path(CaseId caseId, RoundId round) {
        return "/cases/" + caseId + "/talk/" + round;
    }
}
