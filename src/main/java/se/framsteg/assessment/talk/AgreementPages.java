package se.framsteg.assessment.talk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.assessment.progression.Picture;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.ChangedMeanwhileException;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.RoundId;
import se.framsteg.ui.Fields;

/** What the two write down in the talk: what they agree on, and how it went with what they had agreed on. */
@Controller
class AgreementPages {
    /** A step further ahead than this is taken for a slip of the pen. */
    private static final int YEARS_AHEAD = 2;

    private final Agreements agreements;
    private final TalkPages talk;
    private final Clock clock;

    AgreementPages(Agreements agreements, TalkPages talk, Clock clock) {
        this.agreements = agreements;
        this.talk = talk;
        this.clock = clock;
    }

    @PostMapping("/cases/{caseId}/talk/{roundId}/agreements")
    String agree(
            Actor.Staff staff,
            @PathVariable CaseId caseId,
            @PathVariable RoundId roundId,
            Fields fields,
            Locale locale,
            HttpServletRequest request,
            Model model,
            RedirectAttributes after) {
        var step = step(fields);
        if (step.isPresent() && agreed(staff, caseId, roundId, step.get(), fields)) {
            return back(caseId, roundId, fields, "talk.agreed", after);
        }
        return talk.again(staff, caseId, roundId, fields, Picture.remembered(request), locale, model);
    }

    /**
     * False if the form was sent before with something else in it, as after going back: it is then about something new. Also if
     * there is a newer talk by now, which the page that comes back tells.
     */
    private boolean agreed(Actor.Staff staff, CaseId caseId, RoundId round, AgreedStep step, Fields fields) {
        try {
            var id = fields.optionalId("id", AgreementId::of).orElseGet(AgreementId::create);
            agreements.agree(staff, caseId, round, id, step);
            return true;
        } catch (ChangedMeanwhileException e) {
            fields.with("id", AgreementId.create()).fail("agreement.saved-already");
            return false;
        } catch (NewerTalkException e) {
            return false;
        }
    }

    private Optional<AgreedStep> step(Fields fields) {
        var what = fields.required("what", AgreedStep.LONGEST, "agreement.what");
        var who = fields.choice("who", AgreedStep.Who.class, "agreement.who");
        var other =
                who == AgreedStep.Who.OTHER ? fields.required("other", AgreedStep.LONGEST_NAME, "agreement.other") : "";
        var due = fields.optionalDate("due");
        var today = LocalDate.now(clock);
        due.filter(today::isAfter).ifPresent(_ -> fields.fail("due", "agreement.due.past"));
        due.filter(today.plusYears(YEARS_AHEAD)::isBefore)
                .ifPresent(_ -> fields.fail("due", "agreement.due.far", YEARS_AHEAD));
        return fields.ok() ? Optional.of(new AgreedStep(what, who, other, due)) : Optional.empty();
    }

    @PostMapping("/cases/{caseId}/talk/{roundId}/agreements/{agreementId}")
    String follow(
            Actor.Staff staff,
            @PathVariable CaseId caseId,
            @PathVariable RoundId roundId,
            @PathVariable AgreementId agreementId,
            Fields fields,
            Locale locale,
            HttpServletRequest request,
            Model model,
            RedirectAttributes after) {
        var followUp = followUp(agreementId, fields);
        if (followUp.isPresent() && told(staff, caseId, roundId, agreementId, followUp.get(), fields)) {
            return back(caseId, roundId, fields, "talk.followed", after);
        }
        return talk.again(staff, caseId, roundId, fields, Picture.remembered(request), locale, model);
    }

    private record Told(Agreement.Outcome outcome, String words) {}

    /** Each agreement on the page has fields of its own, so that what is typed for one comes back there. */
    private static Optional<Told> followUp(AgreementId id, Fields fields) {
        var outcome = fields.choice("outcome-" + id, Agreement.Outcome.class, "agreement.outcome");
        var words = fields.text("words-" + id, AgreedStep.LONGEST);
        if (outcome == Agreement.Outcome.WITHDRAWN && words.isEmpty()) {
            fields.fail("words-" + id, "agreement.withdrawn.required");
        }
        return fields.ok() ? Optional.of(new Told(outcome, words)) : Optional.empty();
    }

    /** False if somebody else told first: the form then shows both. Also if there is a newer talk by now. */
    private boolean told(Actor.Staff staff, CaseId caseId, RoundId round, AgreementId id, Told told, Fields fields) {
        try {
            agreements.follow(staff, caseId, round, id, fields.version(), told.outcome(), told.words());
            return true;
        } catch (ChangedMeanwhileException e) {
            var saved = agreements.of(staff, caseId).stream()
                    .filter(agreement -> agreement.id().equals(id))
                    .findFirst()
                    .orElseThrow(NotFoundException::new);
            fields.conflict(saved(saved), saved.version());
            return false;
        } catch (NewerTalkException e) {
            return false;
        }
    }

    private static Map<String, String> saved(Agreement agreement) {
        return agreement
                .latest()
                .map(last -> Map.of(
                        "outcome-" + agreement.id(), last.outcome().name(), "words-" + agreement.id(), last.words()))
                .orElse(Map.of());
    }

    private static String back(CaseId caseId, RoundId round, Fields fields, String notice, RedirectAttributes after) {
        after.addFlashAttribute("notice", notice);
        fields.optionalId("with", RoundId::of).ifPresent(with -> after.addAttribute("with", with.toString()));
        return "redirect:" + TalkPages.path(caseId, round) + "#agreed";
    }
}
