package se.framsteg.group;

import static java.util.stream.Collectors.toMap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.cases.Result;
import se.framsteg.ui.Fields;

/** Attendance on one page, made for a phone: a row for each person, and one press for the rest. */
@Controller
class AttendancePages {
    private final Attendance attendance;

    AttendancePages(Attendance attendance) {
        this.attendance = attendance;
    }

    /** The name of a person's field. */
    static String field(EnrolmentId id) {
        return "m-" + id;
    }

    @GetMapping("/groups/{id}/sessions/{sessionId}/attendance")
    String list(Actor.Staff actor, @PathVariable GroupId id, @PathVariable SessionId sessionId, Model model) {
        var view = attendance.see(actor, id, sessionId);
        var fields = Fields.empty().with("version", view.session().attendance());
        view.marks().forEach((person, mark) -> fields.with(field(person), mark));
        return form(view, fields, model);
    }

    @PostMapping("/groups/{id}/sessions/{sessionId}/attendance")
    String save(
            Actor.Staff actor,
            @PathVariable GroupId id,
            @PathVariable SessionId sessionId,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        var view = attendance.see(actor, id, sessionId);
        var unmarked = fields.has("rest", Mark.CAME.name()) ? unmarked(view, fields) : List.<String>of();
        unmarked.forEach(field -> fields.with(field, Mark.CAME));
        var marks = marks(view, fields);
        if (marks.isEmpty()) {
            fields.fail("attendance.none");
        }
        if (fields.ok()) {
            switch (attendance.save(actor, id, sessionId, fields.version(), marks)) {
                case Result.Done<?> _ -> {
                    var notice = marks.size() < view.people().size() ? "attendance.saved-some" : "attendance.saved";
                    after.addFlashAttribute("notice", notice);
                    return "redirect:/groups/" + id;
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                case Result.Stale<?>() -> {
                    view = attendance.see(actor, id, sessionId);
                    var saved = view.marks().entrySet().stream()
                            .collect(toMap(
                                    one -> field(one.getKey()),
                                    one -> one.getValue().name()));
                    // Of whom the writer said nothing themselves, what somebody else has said holds.
                    unmarked.forEach(field -> fields.with(field, saved.getOrDefault(field, Mark.CAME.name())));
                    fields.conflict(saved, view.session().attendance());
                }
            }
        }
        return form(view, fields, model);
    }

    private static List<String> unmarked(Attendance.View view, Fields fields) {
        return view.people().keySet().stream()
                .map(AttendancePages::field)
                .filter(field -> fields.optionalChoice(field, Mark.class).isEmpty())
                .toList();
    }

    private static Map<EnrolmentId, Mark> marks(Attendance.View view, Fields fields) {
        var marks = new LinkedHashMap<EnrolmentId, Mark>();
        view.people()
                .keySet()
                .forEach(person ->
                        fields.optionalChoice(field(person), Mark.class).ifPresent(mark -> marks.put(person, mark)));
        return marks;
    }

    private static String form(Attendance.View view, Fields fields, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("fields", fields);
        return "group/attendance";
    }
}
