package se.framsteg.assessment;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.shared.NotFoundException;
import se.framsteg.ui.Page;

/**
 * What the questionnaire needs to go on when the line drops, on the participant's own device: {@code line.js} asks here.
 * Nothing here holds an answer but what the browser itself sends.
 */
@Controller
class LinePages {
    /** The number of the question, the answer, and how many milliseconds ago it was given. */
    private static final Pattern WAITING = Pattern.compile("(\\d{1,3}):(\\d{1,2}):(\\d{1,12})");

    private final WaitingAnswers waiting;
    private final Guard guard;
    private final Clock clock;

    LinePages(WaitingAnswers waiting, Guard guard, Clock clock) {
        this.waiting = waiting;
        this.guard = guard;
        this.clock = clock;
    }

    /** The service worker, whose scope is the participant's pages alone. Asked for anew each time: a fault in it must not stay. */
    @GetMapping("/svara/worker.js")
    ResponseEntity<Resource> worker() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .header("Service-Worker-Allowed", "/svara")
                .contentType(MediaType.parseMediaType("text/javascript"))
                .body(new ClassPathResource("worker/line-worker.js"));
    }

    /** All questions, without answers, round or token: what the browser may keep until the participant leaves. */
    @GetMapping("/svara/blank")
    String blank(Actor.Respondent participant, @ModelAttribute("page") Page page, Model model) {
        model.addAttribute("sheet", waiting.blank(participant, participant.round()));
        model.addAttribute("page", page.shownIn(page.language()));
        return "assessment/blank";
    }

    /** Whether there is a line, whose round the session is for, and the token that a form needs. */
    @GetMapping("/svara/line.json")
    ResponseEntity<Map<String, String>> line(Actor.Respondent respondent, HttpServletRequest request) {
        if (!guard.allows(respondent, Action.ANSWER_AS_PARTICIPANT, respondent.round())) {
            throw new NotFoundException();
        }
        var token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return json(Map.of("round", respondent.round().toString(), "token", token.getToken()));
    }

    /** Takes answers that waited. A round that is not the session's is another person's, or another time's: not found. */
    @PostMapping("/svara/line")
    ResponseEntity<Map<String, Integer>> take(
            Actor.Respondent participant,
            @RequestParam(defaultValue = "") String round,
            @RequestParam(name = "waiting", defaultValue = "") List<String> answers,
            Locale locale,
            HttpServletRequest request) {
        if (!round.equals(participant.round().toString())) {
            throw new NotFoundException();
        }
        var now = clock.instant();
        var given = answers.stream().map(answer -> given(answer, now)).toList();
        AnsweredHere.add(request, waiting.save(participant, participant.round(), given, locale.getLanguage()));
        return json(Map.of("saved", given.size()));
    }

    /** As JSON, whatever the asker says that it accepts. */
    private static <T> ResponseEntity<T> json(T body) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body);
    }

    /** How long ago, and not when: the clock of a phone may be wrong. */
    private static WaitingAnswers.Given given(String waiting, Instant now) {
        var parts = WAITING.matcher(waiting);
        if (!parts.matches()) {
            throw new NotFoundException();
        }
        return new WaitingAnswers.Given(
                Integer.parseInt(parts.group(1)) - 1,
                Integer.parseInt(parts.group(2)),
                now.minusMillis(Long.parseLong(parts.group(3))));
    }
}
