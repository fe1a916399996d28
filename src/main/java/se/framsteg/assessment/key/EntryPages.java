package se.framsteg.assessment.key;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Actors;
import se.framsteg.access.Guard;
import se.framsteg.access.Sessions;
import se.framsteg.ui.Fields;

/** The participant comes in: by a link or a typed code, then the second thing. The code is in no address after that. */
@Controller
class EntryPages {
    private static final String KEY = "ANSWER_KEY";
    private static final String START = "/svara/start";

    private final AnswerKeys keys;
    private final AnswerSettings settings;
    private final Sessions sessions;
    private final Actors actors;
    private final Guard guard;

    EntryPages(AnswerKeys keys, AnswerSettings settings, Sessions sessions, Actors actors, Guard guard) {
        this.keys = keys;
        this.settings = settings;
        this.sessions = sessions;
        this.actors = actors;
        this.guard = guard;
    }

    @GetMapping("/svara")
    String enter(Model model) {
        return actors.current()
                .filter(Actor.Respondent.class::isInstance)
                .map(Actor.Respondent.class::cast)
                .map(in -> "redirect:"
                        + (guard.allows(in, Action.ANSWER_AS_PARTICIPANT, in.round()) ? START : AnswerKeys.OWN_PAGE))
                .orElseGet(() -> enterPage(Fields.empty(), model));
    }

    @PostMapping("/svara")
    String open(Fields fields, HttpServletRequest request, Model model) {
        return open(fields.required("code", 100, "answer.code"), fields, request, model);
    }

    @GetMapping("/svara/k/{code}")
    String follow(@PathVariable String code, HttpServletRequest request, Model model) {
        return open(code, Fields.empty(), request, model);
    }

    private String open(String code, Fields fields, HttpServletRequest request, Model model) {
        if (fields.ok()) {
            switch (keys.open(code, request.getRemoteAddr())) {
                case AnswerKeys.Opening.Opened(var key) -> {
                    request.getSession(true).setAttribute(KEY, key);
                    return "redirect:/svara/identify";
                }
                case AnswerKeys.Opening.Sent() -> {
                    return "assessment/sent";
                }
                case AnswerKeys.Opening.Unknown() -> fields.fail("code", "answer.code.unknown");
                case AnswerKeys.Opening.TooMany(var pause) ->
                    fields.fail(
                            "code",
                            "answer.too-many",
                            Math.max(1, pause.plusSeconds(59).toMinutes()));
            }
        }
        return enterPage(fields, model);
    }

    @GetMapping("/svara/identify")
    String secondThing(HttpServletRequest request, Model model) {
        return held(request)
                .map(key -> identifyPage(key, Fields.empty(), model))
                .orElse("redirect:/svara");
    }

    @PostMapping("/svara/identify")
    String identify(Fields fields, HttpServletRequest request, HttpServletResponse response, Model model) {
        var key = held(request);
        if (key.isEmpty()) {
            return enterPage(failed(Fields.empty(), "answer.code.unknown"), model);
        }
        var second = fields.required(
                "second", 20, "answer.second." + key.get().secondThing().name());
        if (fields.ok() && !key.get().formed(second)) {
            fields.fail("second", "answer.second.BIRTH_DATE.form");
        }
        if (!fields.ok()) {
            return identifyPage(key.get(), fields, model);
        }
        return switch (keys.identify(key.get().id(), second)) {
            case AnswerKeys.Identified.In in ->
                "redirect:" + begin(in, key.get().id(), request, response);
            case AnswerKeys.Identified.Wrong(var left) -> {
                fields.fail("second", "answer.second.wrong", left);
                yield identifyPage(key.get(), fields, model);
            }
            case AnswerKeys.Identified.Gone() -> enterPage(failed(Fields.empty(), "answer.code.revoked"), model);
        };
    }

    private Optional<AnswerKeys.Found> held(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(KEY) instanceof UUID key ? keys.find(key) : Optional.empty();
    }

    /** An answer that was being sent when the session had ended is taken up; what staff was doing here is not. */
    private String begin(
            AnswerKeys.Identified.In in, UUID key, HttpServletRequest request, HttpServletResponse response) {
        var interrupted = sessions.interrupted(request, response)
                .filter(saved -> saved.getRedirectUrl().contains("/svara/question/"));
        var principal = new RespondentPrincipal(in.round().value(), key, null);
        sessions.begin(request, response, principal, settings.idle());
        return interrupted
                .map(saved -> sessions.resume(request, saved))
                .orElse(in.answers() ? START : AnswerKeys.OWN_PAGE);
    }

    private static Fields failed(Fields fields, String problem) {
        fields.fail("code", problem);
        return fields;
    }

    private static String enterPage(Fields fields, Model model) {
        model.addAttribute("fields", fields);
        return "assessment/enter";
    }

    private static String identifyPage(AnswerKeys.Found key, Fields fields, Model model) {
        model.addAttribute("fields", fields);
        model.addAttribute("second", key.secondThing().name());
        return "assessment/identify";
    }
}
