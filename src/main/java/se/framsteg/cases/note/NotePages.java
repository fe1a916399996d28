package se.framsteg.cases.note;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.cases.Cases;
import se.framsteg.cases.Result;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.ui.Fields;

/** The notes of a case, and one note with its versions and what the person disputes in it. */
@Controller
class NotePages {
    private final Notes notes;
    private final Drafts drafts;
    private final Cases cases;
    private final Clock clock;

    NotePages(Notes notes, Drafts drafts, Cases cases, Clock clock) {
        this.notes = notes;
        this.drafts = drafts;
        this.cases = cases;
        this.clock = clock;
    }

    @GetMapping("/cases/{caseId}/notes")
    String list(
            Actor.Staff actor, @PathVariable CaseId caseId, @RequestParam(defaultValue = "1") int page, Model model) {
        model.addAttribute("notes", notes.list(actor, caseId, page));
        model.addAttribute("frame", cases.frameOfPart(actor, caseId));
        model.addAttribute("drafts", drafts.own(actor, caseId));
        return "cases/notes";
    }

    @GetMapping("/cases/{caseId}/notes/{id}")
    String see(Actor.Staff actor, @PathVariable CaseId caseId, @PathVariable NoteId id, Model model) {
        return page(actor, caseId, id, Fields.empty().with("saidOn", LocalDate.now(clock)), model);
    }

    @PostMapping("/cases/{caseId}/notes/{id}/dissent")
    String dissent(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable NoteId id,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        if (!cases.frameOfPart(actor, caseId).opens(Action.RECORD_DISSENT)) {
            throw new NotFoundException();
        }
        var saidOn = fields.date("saidOn", "note.dissent.on");
        var text = fields.required("dissent", 4000, "note.dissent");
        if (fields.ok()) {
            switch (notes.dissent(actor, caseId, id, saidOn, text)) {
                case Result.Done<?> _ -> {
                    after.addFlashAttribute("notice", "note.dissent.recorded");
                    return "redirect:/cases/" + caseId + "/notes/" + id;
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                case Result.Stale<?>() -> {}
            }
        }
        return page(actor, caseId, id, fields, model);
    }

    private String page(Actor.Staff actor, CaseId caseId, NoteId id, Fields fields, Model model) {
        model.addAttribute("note", notes.see(actor, caseId, id));
        model.addAttribute("frame", cases.frameOfPart(actor, caseId));
        model.addAttribute("fields", fields);
        return "cases/note";
    }
}
