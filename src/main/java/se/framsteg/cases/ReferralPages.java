package se.framsteg.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.initiative.Initiative;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.ReferralId;
import se.framsteg.shared.StaffId;
import se.framsteg.ui.Fields;

@Controller
class ReferralPages {
    private final Referrals referrals;
    private final Participants participants;
    private final Clock clock;

    ReferralPages(Referrals referrals, Participants participants, Clock clock) {
        this.referrals = referrals;
        this.participants = participants;
        this.clock = clock;
    }

    @GetMapping("/referrals")
    String list(
            Actor.Staff actor,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var chosen = state(state);
        model.addAttribute("list", referrals.list(actor, chosen, page));
        model.addAttribute("state", chosen);
        model.addAttribute("mayRegister", !referrals.openTo(actor).isEmpty());
        return "cases/referrals";
    }

    private static Optional<ReferralState> state(String path) {
        return Arrays.stream(ReferralState.values())
                .filter(state -> state.name().toLowerCase(Locale.ROOT).equals(path))
                .findFirst();
    }

    @GetMapping("/referrals/new")
    String form(Actor.Staff actor, @RequestParam(defaultValue = "") String initiative, Model model) {
        var open = referrals.openTo(actor);
        var fields = Fields.empty()
                .with("id", ReferralId.create())
                .with("initiative", open.size() == 1 ? open.getFirst().id() : initiative)
                .with("receivedOn", LocalDate.now(clock))
                .with("language", "sv")
                .with("protection", Protection.NONE);
        return form(open, fields, model);
    }

    @PostMapping("/referrals/new")
    String register(Actor.Staff actor, Fields fields, Model model, RedirectAttributes after) {
        var open = referrals.openTo(actor);
        var referral = read(fields);
        if (fields.ok()) {
            switch (referrals.register(actor, referral)) {
                case Result.Done<ReferralId>(var id) -> {
                    after.addFlashAttribute("notice", "referral.registered");
                    return "redirect:/referrals/" + id;
                }
                case Result.Refused<ReferralId> refused -> refused.tell(fields);
                case Result.Stale<ReferralId>() -> throw new IllegalStateException("nothing to be stale about");
            }
        }
        return form(open, fields, model);
    }

    private NewReferral read(Fields fields) {
        var id = fields.optionalId("id", ReferralId::of).orElseThrow(NotFoundException::new);
        var initiative = fields.optionalId("initiative", InitiativeId::of);
        if (initiative.isEmpty()) {
            fields.fail("initiative", "referral.initiative.required");
        }
        var person = PersonForm.read(fields, LocalDate.now(clock));
        PersonForm.requireKnownLoss(fields, person);
        var source = fields.choice("source", ReferralSource.class, "referral.source");
        return new NewReferral(
                id,
                initiative.orElseGet(InitiativeId::create),
                person,
                fields.date("receivedOn", "referral.received"),
                source,
                source == ReferralSource.PERSON
                        ? fields.text("sourceName", 200)
                        : fields.required("sourceName", 200, "referral.source-name"),
                source == ReferralSource.PERSON
                        ? Optional.empty()
                        : fields.optionalChoice("party", ReferralParty.class),
                fields.required("reason", 4000, "referral.reason"),
                fields.text("wantedEffort", 4000),
                fields.date("agreedOn", "referral.agreed"),
                fields.ids("named", StaffId::of));
    }

    private String form(List<Initiative> open, Fields fields, Model model) {
        if (open.isEmpty()) {
            throw new NotFoundException();
        }
        var initiatives = new LinkedHashMap<InitiativeId, String>();
        var leads = new LinkedHashMap<StaffId, String>();
        open.forEach(initiative -> {
            initiatives.put(initiative.id(), initiative.name());
            leads.putAll(participants.leads(initiative.id(), initiative.owner()));
        });
        model.addAttribute("initiatives", initiatives);
        model.addAttribute("leads", leads);
        model.addAttribute("fields", fields);
        return "cases/referral-new";
    }

    @GetMapping("/referrals/{id}")
    String see(Actor.Staff actor, @PathVariable ReferralId id, Model model) {
        var referral = referrals.see(actor, id);
        var fields = Fields.empty().with("on", LocalDate.now(clock)).with("version", referral.version());
        return page(referral, fields, model);
    }

    private static String page(ReferralView referral, Fields fields, Model model) {
        model.addAttribute("referral", referral);
        model.addAttribute("fields", fields);
        return "cases/referral";
    }

    @PostMapping("/referrals/{id}/decision")
    String decide(
            Actor.Staff actor, @PathVariable ReferralId id, Fields fields, Model model, RedirectAttributes after) {
        var decision = decision(fields);
        if (fields.ok()) {
            switch (referrals.decide(actor, id, fields.version(), decision)) {
                case Result.Done<?>(var made) -> {
                    var done = "referral.decided." + decision.outcome();
                    after.addFlashAttribute("notice", done);
                    return made instanceof Optional<?> opened && opened.isPresent()
                            ? "redirect:/cases/" + opened.get()
                            : "redirect:/referrals/" + id;
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                case Result.Stale<?>() -> {
                    return decidedMeanwhile(referrals.see(actor, id), fields, model);
                }
            }
        }
        return page(referrals.see(actor, id), fields, model);
    }

    private static Decision decision(Fields fields) {
        var outcome = fields.optionalChoice("outcome", ReferralState.class)
                .filter(chosen -> chosen != ReferralState.RECEIVED);
        if (outcome.isEmpty()) {
            fields.fail("outcome", "decision.outcome.required");
        }
        return new Decision(
                outcome.orElse(ReferralState.WAITING),
                fields.text("reason", 4000),
                fields.optionalId("caseworker", StaffId::of),
                fields.date("on", "decision.on"));
    }

    private static String decidedMeanwhile(ReferralView now, Fields fields, Model model) {
        if (now.decidable()) {
            fields.conflict(Map.of(), now.version());
        } else {
            fields.fail("referral.decided-meanwhile");
        }
        return page(now, fields, model);
    }
}
