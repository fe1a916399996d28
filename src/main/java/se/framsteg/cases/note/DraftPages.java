package se.framsteg.cases.note;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.cases.Cases;
import se.framsteg.cases.Result;
import se.framsteg.cases.note.Draft.Correcting;
import se.framsteg.cases.note.Draft.Typed;
import se.framsteg.cases.note.Note.Content;
import se.framsteg.cases.note.Note.Kind;
import se.framsteg.shared.CaseId;
import se.framsteg.ui.Fields;
import se.framsteg.ui.Page;

/**
 * Writing a note. A script saves the draft while it is written; without one there is a button. What was typed comes back in
 * every case: on a mistake, on a conflict, and when the draft has been signed in another window.
 */
@Controller
class DraftPages {
    private final Drafts drafts;
    private final Notes notes;
    private final Cases cases;
    private final Clock clock;

    DraftPages(Drafts drafts, Notes notes, Cases cases, Clock clock) {
        this.drafts = drafts;
        this.notes = notes;
        this.cases = cases;
        this.clock = clock;
    }

    @GetMapping("/cases/{caseId}/notes/new")
    String blank(Actor.Staff actor, @PathVariable CaseId caseId, @RequestParam Optional<Note.Kind> kind, Model model) {
        var id = DraftId.create();
        drafts.requireWriting(actor, caseId, id);
        cases.look(actor, caseId);
        var fields = Fields.empty().with("version", 0).with("on", LocalDate.now(clock));
        kind.ifPresent(chosen -> fields.with("kind", chosen));
        return form(actor, caseId, id, fields, model);
    }

    @GetMapping("/cases/{caseId}/notes/{id}/correct")
    String correct(Actor.Staff actor, @PathVariable CaseId caseId, @PathVariable NoteId id, Model model) {
        var draft = DraftId.create();
        drafts.requireWriting(actor, caseId, draft);
        var current = notes.see(actor, caseId, id).current();
        var fields = Fields.empty().with("version", 0).with("note", id).with("noteVersion", current.number());
        written(current.content()).forEach(fields::with);
        return form(actor, caseId, draft, fields.with("reason", ""), model);
    }

    @GetMapping("/cases/{caseId}/notes/drafts/{id}")
    String open(Actor.Staff actor, @PathVariable CaseId caseId, @PathVariable DraftId id, Model model) {
        var draft = drafts.open(actor, caseId, id);
        var fields = Fields.empty().with("version", draft.version());
        written(draft.typed()).forEach(fields::with);
        draft.correcting().ifPresent(one -> fields.with("note", one.note()).with("noteVersion", one.version()));
        return form(actor, caseId, id, fields, model);
    }

    @PostMapping("/cases/{caseId}/notes/drafts/{id}")
    String send(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable DraftId id,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        if (!drafts.writable(actor, caseId, id)) {
            fields.fail("note.stopped-meanwhile");
            cases.look(actor, caseId);
            return form(actor, caseId, id, fields, model);
        }
        return fields.has("do", "sign")
                ? sign(actor, caseId, id, fields, model, after)
                : save(actor, caseId, id, fields, model, after);
    }

    private String save(
            Actor.Staff actor, CaseId caseId, DraftId id, Fields fields, Model model, RedirectAttributes after) {
        var typed = typed(fields);
        if (fields.ok()) {
            if (drafts.save(actor, caseId, id, correcting(fields), fields.version(), typed) instanceof Result.Done<?>) {
                after.addFlashAttribute("notice", "note.draft.saved");
                return "redirect:/cases/" + caseId + "/notes/drafts/" + id;
            }
            return savedMeanwhile(actor, caseId, id, fields, model);
        }
        return refused(actor, caseId, id, fields, model);
    }

    private String sign(
            Actor.Staff actor, CaseId caseId, DraftId id, Fields fields, Model model, RedirectAttributes after) {
        var content = content(fields);
        if (fields.ok()) {
            switch (drafts.sign(actor, caseId, id, correcting(fields), fields.version(), content)) {
                case Result.Done<NoteId>(var note) -> {
                    after.addFlashAttribute("notice", "note.signed");
                    return "redirect:/cases/" + caseId + "/notes/" + note;
                }
                case Result.Refused<?> refused -> {
                    refused.tell(fields);
                    return form(actor, caseId, id, fields, model);
                }
                case Result.Stale<?>() -> {
                    return savedMeanwhile(actor, caseId, id, fields, model);
                }
            }
        }
        return refused(actor, caseId, id, fields, model);
    }

    /** The form with what could not be read in it: a look at the draft as it is saved. */
    private String refused(Actor.Staff actor, CaseId caseId, DraftId id, Fields fields, Model model) {
        drafts.saved(actor, caseId, id);
        return form(actor, caseId, id, fields, model);
    }

    /** For the script: saves and answers with a line to show, and the draft's new version as the entity tag. */
    @PostMapping("/cases/{caseId}/notes/drafts/{id}/autosave")
    ResponseEntity<String> autosave(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable DraftId id,
            Fields fields,
            @ModelAttribute(name = "page", binding = false) Page page) {
        if (!drafts.writable(actor, caseId, id)) {
            return answer(HttpStatus.CONFLICT, page.t("note.stopped"));
        }
        var typed = typed(fields);
        if (!fields.ok()) {
            return answer(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    fields.problems().getFirst().text(page));
        }
        return drafts.save(actor, caseId, id, correcting(fields), fields.version(), typed)
                        instanceof Result.Done<Integer>(var version)
                ? ResponseEntity.ok()
                        .eTag(version.toString())
                        .contentType(MediaType.TEXT_PLAIN)
                        .body(page.t("note.saved-at", page.time(LocalTime.now(clock))))
                : answer(HttpStatus.CONFLICT, page.t("note.saved-elsewhere"));
    }

    private static ResponseEntity<String> answer(HttpStatus status, String text) {
        return ResponseEntity.status(status).contentType(MediaType.TEXT_PLAIN).body(text);
    }

    @PostMapping("/cases/{caseId}/notes/drafts/{id}/discard")
    String discard(Actor.Staff actor, @PathVariable CaseId caseId, @PathVariable DraftId id, RedirectAttributes after) {
        drafts.discard(actor, caseId, id);
        after.addFlashAttribute("notice", "note.draft.discarded");
        return "redirect:/cases/" + caseId + "/notes";
    }

    /** Shows both sides: what another window saved or signed, or how somebody has corrected the same note. */
    private String savedMeanwhile(Actor.Staff actor, CaseId caseId, DraftId id, Fields fields, Model model) {
        var saved = drafts.saved(actor, caseId, id);
        if (saved.filter(one -> one.version() != fields.version()).isPresent()) {
            fields.conflict(written(saved.get().typed()), saved.get().version());
            return form(actor, caseId, id, fields, model);
        }
        if (correcting(fields).isPresent()) {
            return correctedMeanwhile(actor, caseId, id, fields, model);
        }
        // Signed elsewhere: what was typed here becomes a draft of its own.
        fields.fail("note.signed-meanwhile");
        return form(actor, caseId, DraftId.create(), fields.with("version", 0), model);
    }

    private String correctedMeanwhile(Actor.Staff actor, CaseId caseId, DraftId id, Fields fields, Model model) {
        var current = notes.see(actor, caseId, correcting(fields).orElseThrow().note())
                .current();
        var now = written(current.content());
        now.remove("reason");
        var version = fields.version();
        fields.conflict(now, version);
        fields.with("noteVersion", current.number());
        var again = drafts.saved(actor, caseId, id).isPresent() || version == 0;
        return form(actor, caseId, again ? id : DraftId.create(), again ? fields : fields.with("version", 0), model);
    }

    private static Typed typed(Fields fields) {
        return new Typed(
                fields.optionalChoice("kind", Kind.class),
                fields.text("on", 40),
                fields.text("text", 20_000),
                fields.text("reason", 1000));
    }

    private static Content content(Fields fields) {
        var correction = correcting(fields).isPresent();
        return new Content(
                fields.choice("kind", Kind.class, "note.kind"),
                fields.date("on", "note.on"),
                fields.required("text", 20_000, "note.text"),
                correction ? fields.required("reason", 1000, "note.reason") : "");
    }

    private static Optional<Correcting> correcting(Fields fields) {
        return fields.optionalId("note", NoteId::of)
                .map(note -> new Correcting(note, whole(fields.value("noteVersion"))));
    }

    private static int whole(String text) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
    }

    private static Map<String, String> written(Content content) {
        return written(
                new Typed(Optional.of(content.kind()), content.on().toString(), content.text(), content.reason()));
    }

    private static Map<String, String> written(Typed typed) {
        return new HashMap<>(Map.of(
                "kind", typed.kind().map(Enum::name).orElse(""),
                "on", typed.on(),
                "text", typed.text(),
                "reason", typed.reason()));
    }

    private String form(Actor.Staff actor, CaseId caseId, DraftId id, Fields fields, Model model) {
        model.addAttribute("frame", cases.frame(actor, caseId));
        model.addAttribute("draft", id);
        model.addAttribute("correction", correcting(fields).isPresent());
        model.addAttribute("fields", fields);
        return "cases/draft";
    }
}
