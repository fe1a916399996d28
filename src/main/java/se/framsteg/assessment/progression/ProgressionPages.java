package se.framsteg.assessment.progression;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.assessment.DimensionLinks;
import se.framsteg.assessment.RoundReading;
import se.framsteg.assessment.Rounds;
import se.framsteg.cases.Cases;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.RoundId;

/** The tab with a case's rounds and what they show. */
@Controller
class ProgressionPages {
    private final Progression progression;
    private final RoundReading reading;
    private final Cases cases;
    private final Guard guard;
    private final List<DimensionLinks> links;

    ProgressionPages(
            Progression progression, RoundReading reading, Cases cases, Guard guard, List<DimensionLinks> links) {
        this.progression = progression;
        this.reading = reading;
        this.cases = cases;
        this.guard = guard;
        this.links = links;
    }

    @GetMapping("/cases/{caseId}/progression")
    @Transactional
    public String show(
            Actor.Staff staff,
            @PathVariable CaseId caseId,
            @RequestParam Optional<String> round,
            Locale locale,
            HttpServletRequest request,
            Model model) {
        var view = progression.view(staff, caseId, id(round), Optional.empty(), locale.getLanguage());
        model.addAttribute("frame", cases.frameOfPart(staff, caseId));
        model.addAttribute("view", view);
        model.addAttribute("told", reading.told(caseId, view.all()));
        model.addAttribute(
                "mayAdd", guard.allows(staff, Action.ADD_ROUND, caseId) && Rounds.roomForMore(view.rounds()));
        model.addAttribute("links", view.shown().isPresent() ? linked(staff, caseId) : List.of());
        model.addAttribute("adding", adding(staff, caseId));
        model.addAttribute("picture", Picture.remembered(request));
        return "assessment/progression";
    }

    /** What is planned for what is measured, which is a look at the plan. */
    private List<DimensionLinks.Link> linked(Actor.Staff staff, CaseId caseId) {
        var allowed = guard.allowed(staff, caseId);
        var found =
                links.stream().flatMap(one -> one.of(caseId, allowed).stream()).toList();
        if (!found.isEmpty()) {
            guard.admit(staff, Action.SEE_PLAN, caseId);
        }
        return found;
    }

    private Optional<String> adding(Actor.Staff staff, CaseId caseId) {
        var allowed = guard.allowed(staff, caseId);
        return links.stream()
                .flatMap(one -> one.adding(caseId, allowed).stream())
                .findFirst();
    }

    /** A choice of no round at all is sent as an empty text. */
    private static Optional<RoundId> id(Optional<String> chosen) {
        return chosen.filter(Predicate.not(String::isBlank)).map(ProgressionPages::parse);
    }

    private static RoundId parse(String text) {
        try {
            return RoundId.of(text);
        } catch (IllegalArgumentException e) {
            throw new se.framsteg.shared.NotFoundException();
        }
    }
}
