package se.framsteg.plan.meeting;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.cases.Result;
import se.framsteg.plan.MeetingId;
import se.framsteg.print.Printed;
import se.framsteg.print.Printer;
import se.framsteg.shared.CaseId;
import se.framsteg.ui.Fields;
import se.framsteg.ui.Page;

/** Sending summons and invitations, and the papers and the calendar file to have to hand. */
@Controller
class CallPages {
    private final Calls calls;
    private final Letters letters;
    private final CalendarFiles files;
    private final Printer printer;

    CallPages(Calls calls, Letters letters, CalendarFiles files, Printer printer) {
        this.calls = calls;
        this.letters = letters;
        this.files = files;
        this.printer = printer;
    }

    @PostMapping("/cases/{caseId}/plan/meetings/{meetingId}/send")
    String send(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable MeetingId meetingId,
            Fields fields,
            RedirectAttributes after) {
        return switch (calls.send(actor, caseId, meetingId, fields.version())) {
            case Result.Done<?> _ ->
                InviteePages.done(caseId, meetingId, calls.mails() ? "plan.send.done" : "plan.send.done.paper", after);
            case Result.Refused<?> refused ->
                InviteePages.done(
                        caseId, meetingId, refused.reasons().getFirst().key(), after);
            case Result.Stale<?>() -> {
                after.addFlashAttribute("notice", "plan.meeting.changed-meanwhile");
                yield "redirect:/cases/" + caseId + "/plan";
            }
        };
    }

    @PostMapping("/cases/{caseId}/plan/meetings/{meetingId}/invitees/{inviteeId}/again")
    String again(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable MeetingId meetingId,
            @PathVariable InviteeId inviteeId,
            RedirectAttributes after) {
        var done = calls.again(actor, caseId, meetingId, inviteeId) instanceof Result.Done<?>;
        after.addFlashAttribute("notice", done ? "plan.mail.again.done" : "plan.meeting.changed-meanwhile");
        return "redirect:/cases/" + caseId + "/plan";
    }

    /** The papers: all in one document, each on a page of its own, or one of them by parameter {@code to}. */
    @GetMapping("/cases/{caseId}/plan/meetings/{meetingId}/letters.pdf")
    ResponseEntity<byte[]> letters(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable MeetingId meetingId,
            Fields query,
            @ModelAttribute("page") Page page) {
        var bundle = letters.of(actor, caseId, meetingId, query.optionalId("to", InviteeId::of));
        return printed(bundle, page).answer();
    }

    private Printed printed(Letters.Bundle bundle, Page page) {
        var pages = new LinkedHashMap<Letter, Page>();
        bundle.letters().forEach(one -> pages.put(one, page.shownIn(one.language())));
        return printer.print(
                page.t("plan.letter.file") + "-" + bundle.caseNumber(),
                "plan/meeting/letters",
                Map.of("letters", pages, "page", page.shownIn("sv")));
    }

    @GetMapping("/cases/{caseId}/plan/meetings/{meetingId}/meeting.ics")
    ResponseEntity<byte[]> calendar(Actor.Staff actor, @PathVariable CaseId caseId, @PathVariable MeetingId meetingId) {
        return calendar(files.of(actor, caseId, meetingId));
    }

    static ResponseEntity<byte[]> calendar(byte[] file) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(CalendarFile.TYPE))
                .cacheControl(CacheControl.noStore())
                .headers(headers -> headers.setContentDisposition(
                        ContentDisposition.attachment().filename("mote.ics").build()))
                .body(file);
    }
}
