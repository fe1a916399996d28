package se.framsteg.assessment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Actors;
import se.framsteg.access.Sessions;
import se.framsteg.cases.Participants;
import se.framsteg.home.AfterAnsweringSource;
import se.framsteg.shared.NotFoundException;
import se.framsteg.ui.Fields;
import se.framsteg.ui.Language;
import se.framsteg.ui.LanguageChoice;

/** The participant's pages: one question at a time, each answer saved as it is given. */
@Controller
class AnswerPages {
    /** What the browser is to forget when the participant leaves. Not cookies: signing in again follows on a handed-over device. */
    private static final String LEFT_BEHIND = "\"cache\", \"storage\"";

    private static final String LOOK_OVER = "redirect:/svara/look-over";
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]?");

    private final Answering answering;
    private final Rounds rounds;
    private final Sessions sessions;
    private final Actors actors;
    private final Languages languages;
    private final ObjectProvider<AfterAnsweringSource> further;

    AnswerPages(
            Answering answering,
            Rounds rounds,
            Sessions sessions,
            Actors actors,
            Languages languages,
            ObjectProvider<AfterAnsweringSource> further) {
        this.answering = answering;
        this.rounds = rounds;
        this.sessions = sessions;
        this.actors = actors;
        this.languages = languages;
        this.further = further;
    }

    /** The languages to choose from, and the one that the participant is known to prefer. */
    @Component
    record Languages(LanguageChoice choice, Participants participants) {
        /** The language to propose to somebody who has chosen none. */
        Optional<Language> proposed(HttpServletRequest request, Actor.Respondent respondent, Optional<Round> round) {
            return round.filter(_ -> choice.chosen(request).isEmpty())
                    .flatMap(found -> participants.language(respondent, found.caseId()))
                    .flatMap(Language::near)
                    .filter(language -> language != Language.SWEDISH);
        }
    }

    @GetMapping("/svara/start")
    String start(Actor.Respondent respondent, HttpServletRequest request, Model model) {
        var sheet = answering.sheet(respondent, respondent.round());
        model.addAttribute("proposed", languages.proposed(request, respondent, rounds.opened(respondent)));
        model.addAttribute("sheet", sheet);
        model.addAttribute("next", next(sheet));
        model.addAttribute("handedOver", respondent.handedOver());
        return "assessment/start";
    }

    /** Where to go on: the first question without an answer. */
    private static String next(Sheet sheet) {
        return sheet.firstUnanswered().isPresent()
                ? "/svara/question/" + (sheet.firstUnanswered().getAsInt() + 1)
                : "/svara/look-over";
    }

    @GetMapping("/svara/question/{number}")
    String question(
            Actor.Respondent respondent,
            @PathVariable int number,
            Fields fields,
            HttpServletRequest request,
            Model model) {
        var sheet = answering.sheet(respondent, respondent.round());
        requireQuestion(sheet, number);
        var saved = shown(sheet, request).answers().get(number - 1);
        return questionPage(respondent, sheet, number, fields.with("answer", saved), request, model);
    }

    @PostMapping("/svara/question/{number}")
    String answer(
            Actor.Respondent respondent,
            @PathVariable int number,
            Fields fields,
            Locale locale,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        requireSameRound(respondent, fields);
        var answer = number(fields);
        if (answer.isPresent()) {
            var questions = answering.saveIfOnScale(
                    respondent, respondent.round(), number - 1, answer.getAsInt(), locale.getLanguage());
            if (questions.isPresent()) {
                AnsweredHere.add(request, Map.of(number - 1, answer.getAsInt()));
                return onward(respondent, questions.getAsInt(), number, fields, request, response);
            }
        }
        return withoutAnswer(respondent, number, fields, model, request, response);
    }

    private static OptionalInt number(Fields fields) {
        var typed = fields.value("answer");
        return NUMBER.matcher(typed).matches() ? OptionalInt.of(Integer.parseInt(typed)) : OptionalInt.empty();
    }

    private String withoutAnswer(
            Actor.Respondent respondent,
            int number,
            Fields fields,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var sheet = answering.sheet(respondent, respondent.round());
        requireQuestion(sheet, number);
        var untouched =
                fields.value("answer").isEmpty() && elsewhere(sheet, request).contains(number - 1);
        if (mayLack(fields) || untouched) {
            return onward(respondent, sheet.questions(), number, fields, request, response);
        }
        fields.fail("answer", fields.value("answer").isEmpty() ? "answer.choose" : "answer.off-scale");
        return questionPage(respondent, sheet, number, fields, request, model);
    }

    /** Going back or leaving asks for no answer; going on does, as skipping is a way of its own. */
    private static boolean mayLack(Fields fields) {
        return fields.value("answer").isEmpty() && (fields.has("go", "back") || fields.has("go", "leave"));
    }

    private String onward(
            Actor.Respondent respondent,
            int questions,
            int number,
            Fields fields,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (fields.has("go", "leave")) {
            return left(respondent, false, request, response);
        }
        if (fields.has("go", "back")) {
            return number == 1 ? "redirect:/svara/start" : "redirect:/svara/question/" + (number - 1);
        }
        return fields.has("from", "look-over") || number == questions
                ? LOOK_OVER
                : "redirect:/svara/question/" + (number + 1);
    }

    private static String questionPage(
            Actor.Respondent respondent,
            Sheet sheet,
            int number,
            Fields fields,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("answeredElsewhere", elsewhere(sheet, request).contains(number - 1));
        model.addAttribute("sheet", sheet);
        model.addAttribute("number", number);
        model.addAttribute("fields", fields);
        model.addAttribute("handedOver", respondent.handedOver());
        return "assessment/question";
    }

    private static void requireQuestion(Sheet sheet, int number) {
        if (!sheet.hasQuestion(number - 1)) {
            throw new NotFoundException();
        }
    }

    /** A form that was opened by another key in the same browser must not answer in this round. */
    private static void requireSameRound(Actor.Respondent respondent, Fields fields) {
        if (!fields.has("round", respondent.round().toString())) {
            throw new NotFoundException();
        }
    }

    @GetMapping("/svara/look-over")
    String lookOver(Actor.Respondent respondent, HttpServletRequest request, Model model) {
        return lookOverPage(respondent, Fields.empty(), request, model);
    }

    private String lookOverPage(Actor.Respondent respondent, Fields fields, HttpServletRequest request, Model model) {
        var sheet = answering.sheet(respondent, respondent.round());
        model.addAttribute("sheet", shown(sheet, request));
        model.addAttribute("answeredElsewhere", elsewhere(sheet, request));
        model.addAttribute("fields", fields);
        model.addAttribute("handedOver", respondent.handedOver());
        return "assessment/look-over";
    }

    @PostMapping("/svara/send")
    String send(Actor.Respondent respondent, Fields fields, Locale locale, HttpServletRequest request, Model model) {
        requireSameRound(respondent, fields);
        if (answering.send(respondent, respondent.round(), locale.getLanguage())) {
            AnsweredHere.forget(request);
            return "redirect:/svara/done";
        }
        fields.fail("answer.send.nothing");
        return lookOverPage(respondent, fields, request, model);
    }

    /**
     * The sheet as it may be shown: only what has been answered since one came in here. Otherwise whoever gave the code, or
     * handed over the device to nobody, could read what the participant has not sent yet.
     */
    private static Sheet shown(Sheet sheet, HttpServletRequest request) {
        return sheet.withOnly(AnsweredHere.answers(request));
    }

    private static Set<Integer> elsewhere(Sheet sheet, HttpServletRequest request) {
        var hidden = new TreeSet<>(shown(sheet, request).unanswered());
        sheet.unanswered().forEach(hidden::remove);
        return hidden;
    }

    @GetMapping("/svara/done")
    String done(Actor.Respondent respondent, Model model) {
        var sent = rounds.opened(respondent).filter(Round::participantSent);
        if (sent.isEmpty()) {
            return LOOK_OVER;
        }
        model.addAttribute("handedOver", respondent.handedOver());
        model.addAttribute(
                "further",
                further.stream()
                        .flatMap(source -> source.next(respondent).stream())
                        .toList());
        return "assessment/done";
    }

    /** Ends the participant's session. A device that was handed over asks its owner to sign in, and goes back to the case. */
    @PostMapping("/svara/leave")
    String leave(Actor.Respondent respondent, Fields fields, HttpServletRequest request, HttpServletResponse response) {
        return left(respondent, fields.checked("looked"), request, response);
    }

    /** @param looked whether the participant comes from the own page, and has answered nothing */
    private String left(
            Actor.Respondent respondent, boolean looked, HttpServletRequest request, HttpServletResponse response) {
        var round = rounds.opened(respondent);
        sessions.end(request, response);
        response.setHeader("Clear-Site-Data", LEFT_BEHIND);
        if (!respondent.handedOver()) {
            return looked || round.filter(Round::participantSent).isPresent()
                    ? "redirect:/svara/left"
                    : "redirect:/svara/later";
        }
        languages.choice().forgetParticipants(request, response);
        round.ifPresent(
                found -> sessions.resume(request, new SimpleSavedRequest("/cases/" + found.caseId() + "/progression")));
        return "redirect:/sign-in";
    }

    @GetMapping("/svara/later")
    String later() {
        return "assessment/later";
    }

    @GetMapping("/svara/left")
    String left() {
        return "assessment/left";
    }

    /** Where whoever can't answer (any longer) is told so: the key has ended, or the round has. */
    @GetMapping("/svara/closed")
    String closed(HttpServletResponse response, Model model) {
        var allowed = respondent()
                .map(respondent -> answering.allowed(respondent, respondent.round()))
                .orElse(Set.of());
        model.addAttribute("answers", allowed.contains(Action.ANSWER_AS_PARTICIPANT));
        model.addAttribute("ownPage", allowed.contains(Action.SEE_OWN_PAGE));
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return "assessment/closed";
    }

    private Optional<Actor.Respondent> respondent() {
        return actors.current().filter(Actor.Respondent.class::isInstance).map(Actor.Respondent.class::cast);
    }

    /** What was sent twice was sent: that is good news. All else is told on a page of the participant's own. */
    @ExceptionHandler(NotFoundException.class)
    String refused() {
        var sent = respondent().flatMap(rounds::opened).filter(Round::participantSent);
        return sent.isPresent() ? "redirect:/svara/done" : "redirect:/svara/closed";
    }
}
