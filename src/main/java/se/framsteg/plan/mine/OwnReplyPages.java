package se.framsteg.plan.mine;

import static se.framsteg.plan.mine.OwnPlanPages.PAGE;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.cases.Result;
import se.framsteg.plan.MeetingId;
import se.framsteg.plan.meeting.Invitee;
import se.framsteg.plan.meeting.OwnReply;
import se.framsteg.ui.Fields;

/** The participant replies to the invitation to a meeting about the own plan. */
@Controller
class OwnReplyPages {
    private final OwnReply replies;

    OwnReplyPages(OwnReply replies) {
        this.replies = replies;
    }

    @GetMapping(PAGE + "/mote/{meetingId}/svar")
    String ask(Actor.Respondent participant, @PathVariable MeetingId meetingId, Model model) {
        var view = replies.see(participant, meetingId);
        var fields = Fields.empty();
        written(view).forEach(fields::with);
        return form(view, fields.with("version", view.own().version()), model);
    }

    private static Map<String, String> written(OwnReply.View view) {
        var replied = view.own().replied();
        return Map.of(
                "reply", replied.map(one -> one.reply().name()).orElse(""),
                "words", replied.map(Invitee.Replied::words).orElse(""));
    }

    @PostMapping(PAGE + "/mote/{meetingId}/svar")
    String reply(
            Actor.Respondent participant,
            @PathVariable MeetingId meetingId,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        var reply = fields.choice("reply", OwnReply.Reply.class, "own-plan.reply");
        var words = fields.text("words", Invitee.Replied.LONGEST);
        var asked = new OwnReply.Versions(fields.number("meeting", 1, Integer.MAX_VALUE), fields.version());
        if (fields.ok()) {
            if (replies.reply(participant, meetingId, asked, reply, words) instanceof Result.Done<?>) {
                var saved = "own-plan.reply.saved." + reply;
                after.addFlashAttribute("notice", saved);
                return "redirect:" + PAGE;
            }
            tellMeanwhile(replies.see(participant, meetingId), asked, fields);
        }
        return form(replies.see(participant, meetingId), fields, model);
    }

    private static void tellMeanwhile(OwnReply.View now, OwnReply.Versions asked, Fields fields) {
        if (now.meeting().version() == asked.meeting()) {
            fields.conflict(written(now), now.own().version());
        } else {
            fields.with("version", now.own().version()).fail("own-plan.reply.moved");
        }
    }

    private static String form(OwnReply.View view, Fields fields, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("fields", fields.with("meeting", view.meeting().version()));
        return "plan/mine/reply";
    }
}
