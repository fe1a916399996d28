package se.framsteg.plan.meeting;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
import se.framsteg.consent.Recipient;
import se.framsteg.plan.MeetingId;
import se.framsteg.plan.Party;
import se.framsteg.plan.areas.Member;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.OrganisationId;
import se.framsteg.ui.Fields;
import se.framsteg.ui.Page;

/** Who is asked to the meeting that is ahead, how they are reached, and what they reply. */
@Controller
class InviteePages {
    private static final String NAMED = "named:";
    private static final String MEMBER = "member:";
    private static final String BROUGHT = "BROUGHT";
    private static final String INTERPRETER = "INTERPRETER";

    private final Meetings meetings;
    private final Invitations invitations;
    private final Cases cases;
    private final Clock clock;

    InviteePages(Meetings meetings, Invitations invitations, Cases cases, Clock clock) {
        this.meetings = meetings;
        this.invitations = invitations;
        this.cases = cases;
        this.clock = clock;
    }

    @GetMapping("/cases/{caseId}/plan/meetings/{meetingId}/invitees")
    String see(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable MeetingId meetingId,
            Model model,
            @ModelAttribute("page") Page page) {
        return form(actor, caseId, meetingId, Fields.empty().with("id", InviteeId.create()), model, page);
    }

    private String form(Actor.Staff actor, CaseId caseId, MeetingId meetingId, Fields fields, Model model, Page page) {
        var card = meetings.of(actor, caseId, meetingId);
        if (!card.changeable()) {
            return "redirect:/cases/" + caseId + "/plan";
        }
        var asking = fields.optionalId("id", InviteeId::of).orElseThrow(NotFoundException::new);
        var choice = invitations.choice(actor, caseId, meetingId, asking);
        model.addAttribute("frame", cases.frame(actor, caseId));
        model.addAttribute("card", card);
        model.addAttribute("parties", choice.parties());
        model.addAttribute("options", options(choice, page));
        model.addAttribute("hints", hints(choice, page));
        model.addAttribute("prepared", meetings.prepared(actor, caseId));
        model.addAttribute("fields", fields);
        return "plan/meeting/invitees";
    }

    private static Map<String, String> options(Invitations.Choice choice, Page page) {
        var options = new LinkedHashMap<String, String>();
        var parties = choice.parties().stream().filter(Party::may).toList();
        parties.stream()
                .filter(one -> !choice.invited().contains(one.id()))
                .forEach(one -> options.put(
                        one.id().toString(),
                        one.name() + " ("
                                + page.t(
                                        "plan.invitee.how",
                                        requireNonNull(choice.how().get(one.id()))) + ")"));
        choice.named()
                .forEach(one ->
                        options.put(NAMED + one.name(), one.name() + " (" + page.t("ledger.sort", one.sort()) + ")"));
        choice.group().forEach(one -> options.put(MEMBER + one.id(), called(one.written())));
        options.put(BROUGHT, page.t("plan.invitee.brought-by-person"));
        options.put(INTERPRETER, page.t("plan.invitee.part.INTERPRETER"));
        parties.stream()
                .filter(one -> choice.invited().contains(one.id()))
                .forEach(one -> options.put(one.id().toString(), page.t("plan.invitee.another", one.name())));
        return options;
    }

    private static String called(Member.Written member) {
        return member.relation().isEmpty() ? member.name() : member.name() + " (" + member.relation() + ")";
    }

    /** What each choice needs. */
    private static Map<String, String> hints(Invitations.Choice choice, Page page) {
        var hints = new HashMap<String, String>();
        choice.invited().forEach(id -> hints.put(id.toString(), page.t("plan.invitee.hint.another")));
        choice.named().forEach(one -> hints.put(NAMED + one.name(), page.t("plan.invitee.hint.named")));
        choice.group().forEach(one -> hints.put(MEMBER + one.id(), page.t("plan.invitee.hint.member")));
        hints.put(BROUGHT, page.t("plan.invitee.hint.brought"));
        hints.put(INTERPRETER, page.t("plan.invitee.hint.interpreter"));
        return hints;
    }

    @PostMapping("/cases/{caseId}/plan/meetings/{meetingId}/invitees")
    String ask(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable MeetingId meetingId,
            Fields fields,
            Model model,
            RedirectAttributes after,
            @ModelAttribute("page") Page page) {
        var id = fields.optionalId("id", InviteeId::of).orElseThrow(NotFoundException::new);
        var asked = asked(invitations.choice(actor, caseId, meetingId, id), fields);
        if (fields.ok()) {
            switch (invitations.ask(actor, caseId, meetingId, id, asked)) {
                case Result.Done<?> _ -> {
                    return done(caseId, meetingId, "plan.invitee.added", after);
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                case Result.Stale<?>() -> {
                    return noLonger(caseId, after);
                }
            }
        }
        return form(actor, caseId, meetingId, fields, model, page);
    }

    private static Invitee.Asked asked(Invitations.Choice choice, Fields fields) {
        var who = fields.value("who");
        var name = fields.text("name", 200);
        var role = fields.text("role", 200);
        var email = fields.email("email");
        if (who.startsWith(NAMED)) {
            var named = who.substring(NAMED.length());
            var part = choice.named().stream()
                    .filter(one -> one.name().equals(named))
                    .map(Recipient.Named::sort)
                    .map(sort -> sort == Recipient.Sort.RELATIVE ? Invitee.Part.RELATIVE : Invitee.Part.OTHER)
                    .findFirst()
                    .orElse(Invitee.Part.OTHER);
            return known(part, named.length() > 200 ? named.substring(0, 200) : named, role, email, false, fields);
        }
        if (who.startsWith(MEMBER)) {
            var member = choice.group().stream()
                    .filter(one -> who.equals(MEMBER + one.id()))
                    .map(Member::written)
                    .findFirst();
            if (member.isEmpty()) {
                fields.fail("who", "plan.invitee.who.required");
            }
            return known(
                    Invitee.Part.RELATIVE,
                    member.map(Member.Written::name).orElse("?"),
                    role.isEmpty() ? member.map(Member.Written::relation).orElse("") : role,
                    email,
                    fields.checked("brought"),
                    fields);
        }
        if (who.equals(BROUGHT)) {
            if (name.isEmpty()) {
                fields.fail("name", "plan.invitee.name.required");
            }
            return new Invitee.Asked(
                    Invitee.Part.RELATIVE, Optional.empty(), name, role, email, fields.checked("brought"));
        }
        if (who.equals(INTERPRETER)) {
            return new Invitee.Asked(Invitee.Part.INTERPRETER, Optional.empty(), name, role, email, false);
        }
        var organisation = fields.optionalId("who", OrganisationId::of);
        if (organisation.isEmpty()) {
            fields.fail("who", "plan.invitee.who.required");
        } else if (choice.invited().contains(organisation.get()) && name.isEmpty() && role.isEmpty()) {
            fields.fail("name", "plan.invitee.another.required");
        }
        return new Invitee.Asked(Invitee.Part.ORGANISATION, organisation, name, role, email, false);
    }

    /** Somebody who has a name already; another that is typed is not thrown away unseen. */
    private static Invitee.Asked known(
            Invitee.Part part, String name, String role, String email, boolean brought, Fields fields) {
        var typed = fields.value("name");
        if (!typed.isBlank() && !Invitations.isSame(typed, name)) {
            fields.fail("name", "plan.invitee.name.known", name);
        }
        return new Invitee.Asked(part, Optional.empty(), name, role, email, brought);
    }

    @GetMapping("/cases/{caseId}/plan/meetings/{meetingId}/invitees/{inviteeId}")
    String reached(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable MeetingId meetingId,
            @PathVariable InviteeId inviteeId,
            Model model) {
        var card = meetings.of(actor, caseId, meetingId);
        var invitee = line(card, inviteeId).invitee();
        var fields = Fields.empty().with("version", invitee.version());
        written(invitee.asked()).forEach(fields::with);
        return one("plan/meeting/invitee", actor, caseId, card, inviteeId, fields, model);
    }

    private static Map<String, String> written(Invitee.Asked asked) {
        return Map.of("name", asked.name(), "role", asked.role(), "email", asked.email());
    }

    @PostMapping("/cases/{caseId}/plan/meetings/{meetingId}/invitees/{inviteeId}")
    String reached(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable MeetingId meetingId,
            @PathVariable InviteeId inviteeId,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        var reached =
                new Invitations.Reached(fields.text("name", 200), fields.text("role", 200), fields.email("email"));
        if (fields.ok()) {
            switch (invitations.change(actor, caseId, meetingId, inviteeId, fields.version(), reached)) {
                case Result.Done<?> _ -> {
                    return done(caseId, meetingId, "form.saved", after);
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                case Result.Stale<?>() -> {
                    var now = changeable(actor, caseId, inviteeId);
                    if (now.isEmpty()) {
                        return noLonger(caseId, after);
                    }
                    fields.conflict(
                            written(now.get().invitee().asked()),
                            now.get().invitee().version());
                }
            }
        }
        var card = meetings.of(actor, caseId, meetingId);
        return one("plan/meeting/invitee", actor, caseId, card, inviteeId, fields, model);
    }

    @PostMapping("/cases/{caseId}/plan/meetings/{meetingId}/invitees/{inviteeId}/remove")
    String remove(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable MeetingId meetingId,
            @PathVariable InviteeId inviteeId,
            RedirectAttributes after) {
        return invitations.remove(actor, caseId, meetingId, inviteeId) instanceof Result.Done<?>
                ? done(caseId, meetingId, "plan.invitee.removed", after)
                : noLonger(caseId, after);
    }

    @GetMapping("/cases/{caseId}/plan/meetings/{meetingId}/invitees/{inviteeId}/reply")
    String reply(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable MeetingId meetingId,
            @PathVariable InviteeId inviteeId,
            Model model) {
        var card = meetings.of(actor, caseId, meetingId);
        var invitee = line(card, inviteeId).invitee();
        var fields = Fields.empty().with("version", invitee.version()).with("repliedOn", LocalDate.now(clock));
        invitee.replied().map(InviteePages::written).ifPresent(all -> all.forEach(fields::with));
        return one("plan/meeting/reply", actor, caseId, card, inviteeId, fields, model);
    }

    private static Map<String, String> written(Invitee.Replied replied) {
        return Map.of(
                "reply",
                replied.reply().name(),
                "standIn",
                replied.standIn(),
                "words",
                replied.words(),
                "repliedOn",
                replied.on().toString());
    }

    @PostMapping("/cases/{caseId}/plan/meetings/{meetingId}/invitees/{inviteeId}/reply")
    String reply(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable MeetingId meetingId,
            @PathVariable InviteeId inviteeId,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        var reply = fields.choice("reply", Invitee.Reply.class, "plan.reply");
        var replied = new Invitee.Replied(
                reply,
                reply == Invitee.Reply.STAND_IN ? fields.text("standIn", 200) : "",
                fields.text("words", Invitee.Replied.LONGEST),
                fields.date("repliedOn", "plan.reply.on"),
                false);
        if (fields.ok()) {
            switch (invitations.reply(actor, caseId, meetingId, inviteeId, fields.version(), replied)) {
                case Result.Done<?> _ -> {
                    return done(caseId, meetingId, "plan.reply.recorded", after);
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                case Result.Stale<?>() -> {
                    var now = changeable(actor, caseId, inviteeId);
                    if (now.isEmpty()) {
                        return noLonger(caseId, after);
                    }
                    var invitee = now.get().invitee();
                    fields.conflict(invitee.replied().map(InviteePages::written).orElse(Map.of()), invitee.version());
                }
            }
        }
        var card = meetings.of(actor, caseId, meetingId);
        return one("plan/meeting/reply", actor, caseId, card, inviteeId, fields, model);
    }

    private Optional<InviteeLine> changeable(Actor.Staff actor, CaseId caseId, InviteeId id) {
        var card = meetings.card(actor, caseId);
        return card.invitees().stream()
                .filter(one -> card.changeable() && one.invitee().id().equals(id))
                .findFirst();
    }

    private String one(
            String template,
            Actor.Staff actor,
            CaseId caseId,
            Meetings.Card card,
            InviteeId id,
            Fields fields,
            Model model) {
        if (!card.changeable()) {
            return "redirect:/cases/" + caseId + "/plan";
        }
        model.addAttribute("frame", cases.frame(actor, caseId));
        model.addAttribute("meeting", card.meeting().orElseThrow());
        model.addAttribute("mails", card.mails());
        model.addAttribute("line", line(card, id));
        model.addAttribute("fields", fields);
        return template;
    }

    private static InviteeLine line(Meetings.Card card, InviteeId id) {
        return card.invitees().stream()
                .filter(one -> one.invitee().id().equals(id))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private static String noLonger(CaseId caseId, RedirectAttributes after) {
        after.addFlashAttribute("notice", "plan.meeting.no-longer");
        return "redirect:/cases/" + caseId + "/plan";
    }

    static String done(CaseId caseId, MeetingId meeting, String notice, RedirectAttributes after) {
        after.addFlashAttribute("notice", notice);
        return "redirect:" + MeetingPages.path(caseId, meeting) + "/invitees";
    }
}
