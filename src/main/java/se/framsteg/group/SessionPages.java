package se.framsteg.group;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.cases.Result;
import se.framsteg.group.Session.Details;
import se.framsteg.group.Session.Kind;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.StaffId;
import se.framsteg.ui.Fields;

/** The form of one session or a series, to change one, and to cancel it. */
@Controller
class SessionPages {
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})(?:[.: ]?(\\d{2}))?");

    private final Groups groups;
    private final Sessions sessions;

    SessionPages(Groups groups, Sessions sessions) {
        this.groups = groups;
        this.sessions = sessions;
    }

    @GetMapping("/groups/{id}/sessions/new")
    String blank(Actor.Staff actor, @PathVariable GroupId id, Model model) {
        var view = groups.changeable(actor, id);
        var fields = Fields.empty()
                .with("series", SessionId.create())
                .with("times", 1)
                .with("kind", Kind.MEETING);
        // As a rule the next is as the last one was, a week later.
        view.sessions().stream()
                .filter(one -> one.cancelled().isEmpty())
                .reduce((_, later) -> later)
                .ifPresentOrElse(
                        last -> fields.with("on", last.details().on().plusWeeks(1))
                                .with("at", last.details().at())
                                .with("minutes", last.details().minutes())
                                .with("place", last.details().place()),
                        () -> fields.with("minutes", 120));
        return form(view, Optional.empty(), fields, model);
    }

    @PostMapping("/groups/{id}/sessions/new")
    String add(Actor.Staff actor, @PathVariable GroupId id, Fields fields, Model model, RedirectAttributes after) {
        var series = fields.optionalId("series", UUID::fromString).orElseThrow(NotFoundException::new);
        var details = read(fields);
        var times = fields.number("times", 1, Sessions.MOST_AT_ONCE);
        sessions.faults(details).forEach(fault -> fault.tell(fields));
        if (fields.ok()) {
            switch (sessions.add(actor, id, series, details, times)) {
                case Result.Done<?> _ -> {
                    var notice = times == 1 ? "session.added" : "session.added-series";
                    after.addFlashAttribute("notice", notice);
                    return "redirect:/groups/" + id;
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                // Sent, and after going back changed and sent again: it is about something new.
                case Result.Stale<?>() ->
                    fields.with("series", SessionId.create()).fail("session.saved-already");
            }
        }
        return form(groups.changeable(actor, id), Optional.empty(), fields, model);
    }

    @GetMapping("/groups/{id}/sessions/{sessionId}")
    String see(Actor.Staff actor, @PathVariable GroupId id, @PathVariable SessionId sessionId, Model model) {
        var view = groups.changeable(actor, id);
        var session = find(view, sessionId);
        var fields = Fields.empty().with("version", session.version());
        written(session.details()).forEach(fields::with);
        return form(view, Optional.of(session), fields, model);
    }

    private static Session find(Groups.View view, SessionId id) {
        return view.sessions().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    @PostMapping("/groups/{id}/sessions/{sessionId}")
    String change(
            Actor.Staff actor,
            @PathVariable GroupId id,
            @PathVariable SessionId sessionId,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        var details = read(fields);
        sessions.faults(details).forEach(fault -> fault.tell(fields));
        if (fields.ok()) {
            switch (sessions.change(actor, id, sessionId, fields.version(), details)) {
                case Result.Done<?> _ -> {
                    after.addFlashAttribute("notice", "form.saved");
                    return "redirect:/groups/" + id;
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                case Result.Stale<?>() -> {
                    var now = find(groups.changeable(actor, id), sessionId);
                    if (now.cancelled().isPresent()) {
                        fields.fail("session.cancelled-meanwhile");
                    } else {
                        fields.conflict(written(now.details()), now.version());
                    }
                }
            }
        }
        var view = groups.changeable(actor, id);
        return form(view, Optional.of(find(view, sessionId)), fields, model);
    }

    @PostMapping("/groups/{id}/sessions/{sessionId}/cancel")
    String cancel(
            Actor.Staff actor,
            @PathVariable GroupId id,
            @PathVariable SessionId sessionId,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        var why = fields.text("why", 500);
        if (fields.ok()) {
            switch (sessions.cancel(actor, id, sessionId, fields.version(), why)) {
                case Result.Done<?> _ -> {
                    after.addFlashAttribute("notice", "session.cancelled.saved");
                    return "redirect:/groups/" + id;
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                case Result.Stale<?>() -> fields.fail("session.changed-meanwhile");
            }
        }
        var view = groups.changeable(actor, id);
        var session = find(view, sessionId);
        written(session.details()).forEach(fields::with);
        return form(view, Optional.of(session), fields.with("version", session.version()), model);
    }

    private static Details read(Fields fields) {
        return new Details(
                fields.date("on", "session.on"),
                time(fields),
                fields.number("minutes", 5, 600),
                fields.choice("kind", Kind.class, "session.kind"),
                fields.text("theme", 200),
                fields.text("place", 200),
                fields.optionalId("leader", StaffId::of),
                fields.text("leaderWords", 200),
                fields.optionalId("lecturer", OrganisationId::of),
                fields.text("lecturerWords", 200),
                fields.text("materials", 4000));
    }

    private static LocalTime time(Fields fields) {
        var typed = TIME.matcher(fields.text("at", 10));
        if (typed.matches()) {
            var minutes = Optional.ofNullable(typed.group(2)).map(Integer::parseInt);
            try {
                return LocalTime.of(Integer.parseInt(typed.group(1)), minutes.orElse(0));
            } catch (DateTimeException e) {
                // told below
            }
        }
        fields.fail("at", "session.at.required");
        return LocalTime.MIDNIGHT;
    }

    private static Map<String, String> written(Details details) {
        var written = new LinkedHashMap<String, String>();
        written.put("on", details.on().toString());
        written.put("at", details.at().toString());
        written.put("minutes", Integer.toString(details.minutes()));
        written.put("kind", details.kind().name());
        written.put("theme", details.theme());
        written.put("place", details.place());
        written.put("leader", details.leader().map(StaffId::toString).orElse(""));
        written.put("leaderWords", details.leaderWords());
        written.put("lecturer", details.lecturer().map(OrganisationId::toString).orElse(""));
        written.put("lecturerWords", details.lecturerWords());
        written.put("materials", details.materials());
        return written;
    }

    private static String form(Groups.View view, Optional<Session> session, Fields fields, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("session", session);
        model.addAttribute("fields", fields);
        return "group/session";
    }
}
