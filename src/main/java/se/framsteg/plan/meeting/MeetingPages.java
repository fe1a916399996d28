package se.framsteg.plan.meeting;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.cases.CaseFrame;
import se.framsteg.cases.Cases;
import se.framsteg.cases.Result;
import se.framsteg.plan.MeetingId;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.ui.Fields;
import se.framsteg.ui.Page;

/** Planning, moving and cancelling the meeting that is ahead. */
@Controller
class MeetingPages {
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})(?:[.: ]?(\\d{2}))?");

    private final Meetings meetings;
    private final Cases cases;

    MeetingPages(Meetings meetings, Cases cases) {
        this.meetings = meetings;
        this.cases = cases;
    }

    @GetMapping("/cases/{caseId}/plan/meetings/new")
    String blank(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            Model model,
            @ModelAttribute("page") Page page,
            RedirectAttributes after) {
        var prepared = meetings.prepared(actor, caseId);
        var card = meetings.card(actor, caseId);
        if (!card.changeable() || !card.plan() || card.meeting().isPresent()) {
            after.addFlashAttribute("notice", notPlannable(card));
            return "redirect:/cases/" + caseId + "/plan";
        }
        var frame = cases.frame(actor, caseId);
        var fields = Fields.empty()
                .with("id", MeetingId.create())
                .with("kind", card.met() ? Meeting.Kind.FOLLOW_UP : Meeting.Kind.FIRST)
                .with("minutes", 60)
                .with("interpreter", frame.interpreter() ? page.t("language." + frame.language()) : "");
        model.addAttribute("prepared", prepared);
        return form(frame, Optional.empty(), fields, model);
    }

    private static String notPlannable(Meetings.Card card) {
        if (!card.changeable()) {
            return "plan.meeting.not-yours";
        }
        return card.plan() ? "plan.meeting.already" : "plan.meeting.no-plan-yet";
    }

    @PostMapping("/cases/{caseId}/plan/meetings/new")
    String plan(Actor.Staff actor, @PathVariable CaseId caseId, Fields fields, Model model, RedirectAttributes after) {
        var id = fields.optionalId("id", MeetingId::of).orElseThrow(NotFoundException::new);
        var planned = planned(fields);
        if (fields.ok()) {
            switch (meetings.plan(actor, caseId, id, planned)) {
                case Result.Done<?> _ -> {
                    after.addFlashAttribute("notice", "plan.meeting.planned");
                    return "redirect:" + path(caseId, id) + "/invitees";
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                case Result.Stale<?>() -> fields.fail(meanwhile(actor, caseId));
            }
        }
        var frame = cases.look(actor, caseId);
        model.addAttribute("prepared", meetings.prepared(actor, caseId));
        return form(frame, Optional.empty(), fields, model);
    }

    private Meeting.Planned planned(Fields fields) {
        var planned = new Meeting.Planned(
                fields.choice("kind", Meeting.Kind.class, "plan.meeting.kind"),
                fields.date("on", "plan.meeting.on"),
                time(fields),
                fields.number("minutes", Meeting.Planned.SHORTEST, Meeting.Planned.LONGEST),
                fields.text("place", 300),
                fields.text("video", 500),
                fields.text("interpreter", 200),
                fields.checked("placeInCalendar"));
        // A fault of the day or the place is told even if something else is wrong; the first of a field stands.
        meetings.faults(planned).forEach(fault -> fault.tell(fields));
        return planned;
    }

    static LocalTime time(Fields fields) {
        var typed = TIME.matcher(fields.text("at", 10));
        if (typed.matches()) {
            var minutes = Optional.ofNullable(typed.group(2)).map(Integer::parseInt);
            try {
                return LocalTime.of(Integer.parseInt(typed.group(1)), minutes.orElse(0));
            } catch (DateTimeException e) {
                // told below
            }
        }
        fields.fail("at", "plan.meeting.at.required");
        return LocalTime.NOON;
    }

    private String meanwhile(Actor.Staff actor, CaseId caseId) {
        var frame = cases.frame(actor, caseId);
        if (frame.opens(Action.CHANGE_PLAN)) {
            return meetings.card(actor, caseId).plan() ? "plan.meeting.meanwhile" : "plan.meeting.no-plan";
        }
        return frame.restricted() ? "plan.restricted-meanwhile" : "case.ended-meanwhile";
    }

    private static String form(CaseFrame frame, Optional<Meetings.Card> card, Fields fields, Model model) {
        model.addAttribute("frame", frame);
        model.addAttribute("card", card);
        model.addAttribute("fields", fields);
        return "plan/meeting/form";
    }

    @GetMapping("/cases/{caseId}/plan/meetings/{meetingId}/change")
    String change(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable MeetingId meetingId,
            Model model,
            RedirectAttributes after) {
        var card = meetings.of(actor, caseId, meetingId);
        if (!card.changeable()) {
            after.addFlashAttribute("notice", "plan.meeting.not-yours");
            return "redirect:/cases/" + caseId + "/plan";
        }
        var meeting = card.meeting().orElseThrow();
        var fields = Fields.empty().with("version", meeting.version());
        written(meeting.planned()).forEach(fields::with);
        model.addAttribute("prepared", meetings.prepared(actor, caseId));
        return form(cases.frame(actor, caseId), Optional.of(card), fields, model);
    }

    @PostMapping("/cases/{caseId}/plan/meetings/{meetingId}/change")
    String change(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable MeetingId meetingId,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        var planned = planned(fields);
        if (fields.ok()) {
            switch (meetings.change(actor, caseId, meetingId, fields.version(), planned)) {
                case Result.Done<?> _ -> {
                    after.addFlashAttribute("notice", "plan.meeting.changed");
                    return "redirect:" + path(caseId, meetingId) + "/invitees";
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                case Result.Stale<?>() -> {
                    var card = ahead(actor, caseId, meetingId);
                    if (card.isEmpty() || !card.get().changeable()) {
                        after.addFlashAttribute("notice", "plan.meeting.no-longer");
                        return "redirect:/cases/" + caseId + "/plan";
                    }
                    var now = card.get().meeting().orElseThrow();
                    fields.conflict(written(now.planned()), now.version());
                }
            }
        }
        var card = meetings.of(actor, caseId, meetingId);
        model.addAttribute("prepared", meetings.prepared(actor, caseId));
        return form(cases.frame(actor, caseId), Optional.of(card), fields, model);
    }

    private Optional<Meetings.Card> ahead(Actor.Staff actor, CaseId caseId, MeetingId id) {
        return Optional.of(meetings.card(actor, caseId))
                .filter(card ->
                        card.meeting().filter(one -> one.id().equals(id)).isPresent());
    }

    private static Map<String, String> written(Meeting.Planned planned) {
        var written = new LinkedHashMap<String, String>();
        written.put("kind", planned.kind().name());
        written.put("on", planned.on().toString());
        written.put("at", planned.at().toString());
        written.put("minutes", String.valueOf(planned.minutes()));
        written.put("place", planned.place());
        written.put("video", planned.video());
        written.put("interpreter", planned.interpreter());
        written.put("placeInCalendar", String.valueOf(planned.placeInCalendar()));
        return written;
    }

    @GetMapping("/cases/{caseId}/plan/meetings/{meetingId}/cancel")
    String cancel(Actor.Staff actor, @PathVariable CaseId caseId, @PathVariable MeetingId meetingId, Model model) {
        var card = meetings.of(actor, caseId, meetingId);
        if (!card.changeable()) {
            return "redirect:/cases/" + caseId + "/plan";
        }
        model.addAttribute("frame", cases.frame(actor, caseId));
        model.addAttribute("card", card);
        return "plan/meeting/cancel";
    }

    @PostMapping("/cases/{caseId}/plan/meetings/{meetingId}/cancel")
    String cancel(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable MeetingId meetingId,
            Fields fields,
            RedirectAttributes after) {
        var done = meetings.cancel(actor, caseId, meetingId, fields.version());
        after.addFlashAttribute(
                "notice", done instanceof Result.Done<?> ? "plan.meeting.cancelled" : "plan.meeting.changed-meanwhile");
        return "redirect:/cases/" + caseId + "/plan";
    }

    static String path(CaseId caseId, MeetingId meeting) {
        return "/cases/" + caseId + "/plan/meetings/" + meeting;
    }
}
