package se.framsteg.assessment.key;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import se.framsteg.access.Actor;
import se.framsteg.access.Sessions;
import se.framsteg.assessment.Rounds;
import se.framsteg.cases.Cases;
import se.framsteg.cases.Participants;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.RoundId;
import se.framsteg.ui.Addresses;
import se.framsteg.ui.Language;
import se.framsteg.ui.LanguageChoice;

/** The caseworker lets the participant in: with a key to take away, or by handing over the device. */
@Controller
class KeyPages {
    private final Rounds rounds;
    private final AnswerKeys keys;
    private final Cases cases;
    private final Device device;
    private final Participants participants;
    private final Addresses addresses;

    KeyPages(
            Rounds rounds,
            AnswerKeys keys,
            Cases cases,
            Device device,
            Participants participants,
            Addresses addresses) {
        this.rounds = rounds;
        this.keys = keys;
        this.cases = cases;
        this.device = device;
        this.participants = participants;
        this.addresses = addresses;
    }

    /** The caseworker's device, which becomes the participant's for a while. */
    @Component
    record Device(Sessions sessions, LanguageChoice languages, AnswerSettings settings) {
        /** Ends what the browser holds of whoever had it before, the language of an earlier participant too. */
        void handOver(RespondentPrincipal to, HttpServletRequest request, HttpServletResponse response) {
            sessions.begin(request, response, to, settings.idle());
            languages.forgetParticipants(request, response);
        }
    }

    /** Shows the key in the answer itself, without a redirect: it is kept nowhere, so this is the only time. */
    @PostMapping("/cases/{caseId}/rounds/{roundId}/key")
    @Transactional
    public String give(
            Actor.Staff staff,
            @PathVariable CaseId caseId,
            @PathVariable RoundId roundId,
            HttpServletRequest request,
            Model model) {
        rounds.require(staff, caseId, roundId);
        var given = keys.give(staff, roundId);
        model.addAttribute("frame", cases.frame(staff, caseId));
        model.addAttribute(
                "card",
                participants.language(staff, caseId).flatMap(Language::near).orElse(Language.SWEDISH));
        model.addAttribute("code", given.grouped());
        model.addAttribute("link", addresses.base(request) + "/svara/k/" + given.code());
        model.addAttribute("enterAt", addresses.base(request) + "/svara");
        model.addAttribute("pin", given.pin().orElse(""));
        model.addAttribute("answers", given.answers());
        model.addAttribute("lastDay", AnswerKeys.lastDay(given.expiresAt()));
        model.addAttribute("ownPageUntil", AnswerKeys.lastDay(given.opensUntil()));
        return "assessment/key";
    }

    /** Ends the staff session before the device changes hands: nothing of it can be reached by going back. */
    @PostMapping("/cases/{caseId}/rounds/{roundId}/hand-over")
    String handOver(
            Actor.Staff staff,
            @PathVariable CaseId caseId,
            @PathVariable RoundId roundId,
            HttpServletRequest request,
            HttpServletResponse response) {
        rounds.require(staff, caseId, roundId);
        keys.handOver(staff, roundId);
        device.handOver(
                new RespondentPrincipal(roundId.value(), null, staff.id().value()), request, response);
        return "redirect:/svara/start";
    }
}
