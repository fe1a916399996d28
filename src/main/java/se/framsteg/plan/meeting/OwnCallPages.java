package se.framsteg.plan.meeting;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.cases.Cases;
import se.framsteg.cases.Result;
import se.framsteg.shared.CaseId;
import se.framsteg.ui.Fields;

/** A colleague of another organisation reads the own summons or invitation, and replies. */
@Controller
class OwnCallPages {
    private final OwnCalls calls;
    private final CalendarFiles files;
    private final Cases cases;

    OwnCallPages(OwnCalls calls, CalendarFiles files, Cases cases) {
        this.calls = calls;
        this.files = files;
        this.cases = cases;
    }

    @GetMapping("/cases/{caseId}/plan/calls/{callId}")
    String see(Actor.Staff actor, @PathVariable CaseId caseId, @PathVariable InviteeId callId, Model model) {
        var call = calls.see(actor, caseId, callId);
        return form(actor, caseId, call, fields(call), model);
    }

    private static Fields fields(OwnCalls.Call call) {
        var fields = Fields.empty()
                .with("version", call.invitee().version())
                .with("meeting", call.meeting().version());
        written(call).forEach(fields::with);
        return fields;
    }

    private static Map<String, String> written(OwnCalls.Call call) {
        return call.invitee()
                .replied()
                .map(replied -> Map.of("reply", replied.reply().name(), "standIn", replied.standIn()))
                .orElse(Map.of());
    }

    @PostMapping("/cases/{caseId}/plan/calls/{callId}")
    String reply(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable InviteeId callId,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        var reply = fields.choice("reply", OwnCalls.Reply.class, "shared-plan.call.reply");
        var standIn = reply == OwnCalls.Reply.STAND_IN ? fields.text("standIn", 200) : "";
        var seen = new OwnCalls.Versions(fields.number("meeting", 0, Integer.MAX_VALUE), fields.version());
        if (fields.ok()) {
            switch (calls.reply(actor, caseId, callId, seen, reply, standIn)) {
                case Result.Done<?> _ -> {
                    after.addFlashAttribute("notice", "shared-plan.call.replied");
                    return "redirect:/cases/" + caseId + "/plan";
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                case Result.Stale<?>() -> {
                    var now = calls.see(actor, caseId, callId);
                    if (now.open()) {
                        fields.conflict(written(now), now.invitee().version());
                        fields.with("meeting", now.meeting().version());
                    } else {
                        fields.fail("shared-plan.call.closed");
                    }
                }
            }
        }
        return form(actor, caseId, calls.see(actor, caseId, callId), fields, model);
    }

    private String form(Actor.Staff actor, CaseId caseId, OwnCalls.Call call, Fields fields, Model model) {
        model.addAttribute("frame", cases.frameOfPart(actor, caseId));
        model.addAttribute("call", call);
        model.addAttribute("fields", fields);
        return "plan/meeting/call";
    }

    @GetMapping("/cases/{caseId}/plan/calls/{callId}/meeting.ics")
    ResponseEntity<byte[]> calendar(Actor.Staff actor, @PathVariable CaseId caseId, @PathVariable InviteeId callId) {
        return CallPages.calendar(files.called(actor, caseId, callId));
    }
}
