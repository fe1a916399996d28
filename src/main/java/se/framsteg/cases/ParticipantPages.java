package se.framsteg.cases;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.StaffId;
import se.framsteg.ui.Fields;

/** The person behind a case, and who may know of one with protected identity. */
@Controller
class ParticipantPages {
    private final Cases cases;
    private final Participants participants;
    private final Clock clock;

    ParticipantPages(Cases cases, Participants participants, Clock clock) {
        this.cases = cases;
        this.participants = participants;
        this.clock = clock;
    }

    @GetMapping("/cases/{id}/person")
    String see(Actor.Staff actor, @PathVariable CaseId id, Model model) {
        return page(actor, id, Fields.empty(), model);
    }

    private String page(Actor.Staff actor, CaseId id, Fields fields, Model model) {
        model.addAttribute("view", participants.see(actor, id));
        model.addAttribute("frame", cases.frame(actor, id));
        model.addAttribute("fields", fields);
        return "cases/person";
    }

    @GetMapping("/cases/{id}/person/edit")
    String form(Actor.Staff actor, @PathVariable CaseId id, Model model) {
        var view = participants.see(actor, id);
        if (!view.changeable()) {
            return "redirect:/cases/" + id + "/person";
        }
        var fields = PersonForm.filled(view.person(), view.version())
                .with("named", view.named().keySet());
        return form(actor, id, view, fields, model);
    }

    private String form(Actor.Staff actor, CaseId id, Participants.View view, Fields fields, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("frame", cases.frame(actor, id));
        model.addAttribute("fields", fields);
        return "cases/person-edit";
    }

    @PostMapping("/cases/{id}/person/edit")
    String save(Actor.Staff actor, @PathVariable CaseId id, Fields fields, Model model, RedirectAttributes after) {
        var person = PersonForm.read(fields, LocalDate.now(clock));
        PersonForm.requireKnownLoss(fields, participants.see(actor, id).person(), person);
        if (fields.ok()) {
            var named = fields.ids("named", StaffId::of);
            var kept = fields.ids("kept", StaffId::of);
            switch (participants.change(actor, id, fields.version(), person, named, kept)) {
                case Result.Done<?> _ -> {
                    after.addFlashAttribute("notice", "cases.saved");
                    // A lead who was not named has closed the door behind them.
                    return "redirect:" + (reaches(actor, id) ? "/cases/" + id + "/person" : "/cases");
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                case Result.Stale<?>() -> savedMeanwhile(participants.see(actor, id), fields);
            }
        }
        return form(actor, id, participants.see(actor, id), fields, model);
    }

    private static void savedMeanwhile(Participants.View now, Fields fields) {
        if (now.changeable()) {
            fields.conflict(PersonForm.written(now.person()), now.version());
        } else {
            fields.fail("case.ended-meanwhile");
        }
    }

    private boolean reaches(Actor.Staff actor, CaseId id) {
        try {
            cases.frame(actor, id);
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }

    @PostMapping("/cases/{id}/person/named")
    String name(Actor.Staff actor, @PathVariable CaseId id, Fields fields, Model model, RedirectAttributes after) {
        participants.requireNaming(actor, id);
        var staff = fields.optionalId("staff", StaffId::of);
        if (staff.isEmpty()) {
            fields.fail("staff", "named.staff.required");
        } else {
            switch (participants.name(actor, id, staff.get())) {
                case Result.Refused<?> refused -> refused.tell(fields);
                case Result.Done<?> _, Result.Stale<?> _ -> {}
            }
        }
        return named(actor, id, fields, model, after, "named.added");
    }

    @PostMapping("/cases/{id}/person/unnamed")
    String unname(Actor.Staff actor, @PathVariable CaseId id, Fields fields, Model model, RedirectAttributes after) {
        var staff = fields.optionalId("staff", StaffId::of).orElseThrow(NotFoundException::new);
        switch (participants.unname(actor, id, staff)) {
            case Result.Refused<?> refused -> refused.tell(fields);
            case Result.Done<?> _, Result.Stale<?> _ -> {}
        }
        return named(actor, id, fields, model, after, "named.removed");
    }

    private String named(
            Actor.Staff actor, CaseId id, Fields fields, Model model, RedirectAttributes after, String notice) {
        if (!fields.ok()) {
            return page(actor, id, fields, model);
        }
        after.addFlashAttribute("notice", notice);
        return "redirect:" + (reaches(actor, id) ? "/cases/" + id + "/person" : "/cases");
    }
}
