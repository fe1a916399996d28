package se.framsteg.plan.meeting;

import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.cases.Cases;
import se.framsteg.cases.Result;
import se.framsteg.plan.MeetingId;
import se.framsteg.plan.PlanId;
import se.framsteg.plan.Plans;
import se.framsteg.plan.document.PlanDocuments;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.ChangedMeanwhileException;
import se.framsteg.ui.Fields;
import se.framsteg.ui.Page;

/** The end of a meeting: who came, when the next one is, and what is still missing in the plan. */
@Controller
class ClosingPages {
    private final Closings closings;
    private final Meetings meetings;
    private final Plans plans;
    private final PlanDocuments documents;
    private final Cases cases;

    ClosingPages(Closings closings, Meetings meetings, Plans plans, PlanDocuments documents, Cases cases) {
        this.closings = closings;
        this.meetings = meetings;
        this.plans = plans;
        this.documents = documents;
        this.cases = cases;
    }

    /** How it goes on. */
    enum Then {
        NEXT,
        LATER,
        END
    }

    @GetMapping("/cases/{caseId}/plan/meetings/{meetingId}/close")
    String open(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable MeetingId meetingId,
            Model model,
            @ModelAttribute("page") Page page) {
        var card = meetings.of(actor, caseId, meetingId);
        if (!card.changeable()) {
            return "redirect:/cases/" + caseId + "/plan";
        }
        var meeting = card.meeting().orElseThrow();
        var fields = Fields.empty()
                .with("version", meeting.version())
                .with("heldOn", closings.likelyDay(meeting))
                .with("at", page.time(meeting.planned().at()))
                .with(
                        "came",
                        card.invitees().stream()
                                .filter(ClosingPages::isExpected)
                                .map(line -> line.invitee().id())
                                .toList());
        return form(actor, caseId, card, fields, model, page);
    }

    /** Those who have said that they come, and the person. */
    private static boolean isExpected(InviteeLine line) {
        var invitee = line.invitee();
        return invitee.asked().part() == Invitee.Part.PERSON
                || invitee.replied()
                        .map(Invitee.Replied::reply)
                        .filter(reply -> reply == Invitee.Reply.YES || reply == Invitee.Reply.STAND_IN)
                        .isPresent();
    }

    @PostMapping("/cases/{caseId}/plan/meetings/{meetingId}/close")
    String close(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable MeetingId meetingId,
            Fields fields,
            Model model,
            @ModelAttribute("page") Page page,
            RedirectAttributes after) {
        var ahead = meetings.ahead(actor, caseId, meetingId);
        var then = fields.choice("then", Then.class, "plan.close.then");
        var next = ahead.flatMap(Meetings.Card::meeting)
                .filter(_ -> then == Then.NEXT && fields.problem("then").isEmpty())
                .map(meeting -> next(fields, meeting.planned()));
        var closing = new Closings.Closing(
                fields.date("heldOn", "plan.close.held-on"),
                fields.ids("asked", InviteeId::of),
                fields.ids("came", InviteeId::of),
                fields.checked("readBack"),
                next);
        closings.faults(closing).forEach(fault -> fault.tell(fields));
        if (fields.ok()) {
            switch (close(actor, caseId, meetingId, fields.version(), closing)) {
                case Result.Done<?> _ -> {
                    var notice = "plan.closed." + then;
                    after.addFlashAttribute("notice", notice);
                    return "redirect:/cases/" + caseId + "/plan" + (then == Then.END ? end(actor, caseId) : "");
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                case Result.Stale<?>() -> fields.fail("plan.close.meanwhile");
            }
        }
        var card = meetings.ahead(actor, caseId, meetingId);
        if (card.isEmpty()) {
            after.addFlashAttribute("notice", "plan.close.gone");
            return "redirect:/cases/" + caseId + "/plan";
        }
        // What has come between has been told: the form is of the meeting as it is now.
        if (fields.problem("").isPresent()) {
            card.flatMap(Meetings.Card::meeting).ifPresent(now -> fields.with("version", now.version()));
        }
        return form(actor, caseId, card.get(), fields, model, page);
    }

    private Result<MeetingId> close(
            Actor.Staff actor, CaseId caseId, MeetingId id, int version, Closings.Closing closing) {
        try {
            return closings.close(actor, caseId, id, version, closing);
        } catch (ChangedMeanwhileException e) {
            return new Result.Stale<>();
        }
    }

    private String end(Actor.Staff actor, CaseId caseId) {
        return plans.see(actor, caseId)
                .open()
                .map(plan -> "/" + plan.id() + "/end")
                .orElse("");
    }

    private static Meeting.Planned next(Fields fields, Meeting.Planned now) {
        var on = fields.date("on", "plan.meeting.on");
        LocalTime at = MeetingPages.time(fields);
        return new Meeting.Planned(
                Meeting.Kind.FOLLOW_UP,
                on,
                at,
                now.minutes(),
                now.place(),
                now.video(),
                now.interpreter(),
                now.placeInCalendar());
    }

    private String form(Actor.Staff actor, CaseId caseId, Meetings.Card card, Fields fields, Model model, Page page) {
        PlanId plan = plans.see(actor, caseId).open().orElseThrow().id();
        model.addAttribute("card", card);
        model.addAttribute("plan", plan);
        model.addAttribute("asked", asked(card, page));
        model.addAttribute("missing", documents.settling(actor, caseId, plan).missing());
        model.addAttribute("frame", cases.frame(actor, caseId));
        model.addAttribute("fields", fields);
        return "plan/meeting/close";
    }

    private static Map<String, String> asked(Meetings.Card card, Page page) {
        var asked = new LinkedHashMap<String, String>();
        for (var line : card.invitees()) {
            var who = line.invitee().asked();
            var called = line.called().isEmpty() ? page.t("plan.invitee.part", who.part()) : line.called();
            var named = who.part() == Invitee.Part.ORGANISATION && !who.name().isEmpty() ? ", " + who.name() : "";
            asked.put(
                    line.invitee().id().toString(), called + named + (who.role().isEmpty() ? "" : ", " + who.role()));
        }
        return asked;
    }
}
