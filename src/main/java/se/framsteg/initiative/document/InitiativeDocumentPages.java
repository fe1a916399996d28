package se.framsteg.initiative.document;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.initiative.Affairs;
import se.framsteg.initiative.FreeWords;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.ui.Download;
import se.framsteg.ui.Fields;

/** The papers of an initiative: the list, handing in, saving and taking away. */
@Controller
@RequestMapping("/initiatives/{id}/documents")
class InitiativeDocumentPages {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_REASON = 500;

    private final InitiativeDocuments documents;
    private final Clock clock;

    InitiativeDocumentPages(InitiativeDocuments documents, Clock clock) {
        this.documents = documents;
        this.clock = clock;
    }

    @GetMapping
    String see(Actor.Staff actor, @PathVariable InitiativeId id, Model model) {
        model.addAttribute("view", documents.see(actor, id));
        return "initiative/document/documents";
    }

    @GetMapping("/{documentId}/file")
    ResponseEntity<byte[]> file(Actor.Staff actor, @PathVariable InitiativeId id, @PathVariable DocumentId documentId) {
        var opened = documents.open(actor, id, documentId);
        var document = opened.document();
        return Download.of(document.type().media(), document.fileName(), opened.content());
    }

    @GetMapping("/new")
    String blank(Actor.Staff actor, @PathVariable InitiativeId id, Model model) {
        var fields = Fields.empty().with("id", DocumentId.create()).with("on", LocalDate.now(clock));
        return form(documents.head(actor, id), fields, model);
    }

    @PostMapping("/new")
    String add(
            Actor.Staff actor,
            @PathVariable InitiativeId id,
            @RequestParam Optional<MultipartFile> file,
            Fields fields,
            Model model,
            RedirectAttributes after)
            throws IOException {
        var head = documents.head(actor, id);
        var told = new InitiativeDocuments.Told(
                fields.optionalId("id", DocumentId::of).orElseThrow(NotFoundException::new),
                fields.choice("kind", InitiativeDocument.Kind.class, "document.kind"),
                FreeWords.required(fields, "title", LONGEST_TITLE, "document.title"),
                fields.date("on", "document.on"));
        var content = file.isPresent() ? bytes(file.get()) : new byte[0];
        new Paper(content).problem().ifPresent(problem -> fields.fail("file", problem));
        if (fields.ok()) {
            documents.add(actor, id, told, content);
            return done(id, "document.added", after);
        }
        return form(head, fields, model);
    }

    /** No more than what tells that it is too large. */
    private static byte[] bytes(MultipartFile file) throws IOException {
        try (var content = file.getInputStream()) {
            return content.readNBytes(Paper.LARGEST + 1);
        }
    }

    private static String form(Affairs.Head head, Fields fields, Model model) {
        model.addAttribute("head", head);
        model.addAttribute("fields", fields);
        return "initiative/document/form";
    }

    @GetMapping("/{documentId}/remove")
    String askToRemove(
            Actor.Staff actor, @PathVariable InitiativeId id, @PathVariable DocumentId documentId, Model model) {
        return removal(id, documents.toRemove(actor, id, documentId), Fields.empty(), model);
    }

    @PostMapping("/{documentId}/remove")
    String remove(
            Actor.Staff actor,
            @PathVariable InitiativeId id,
            @PathVariable DocumentId documentId,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        var document = documents.toRemove(actor, id, documentId);
        var reason = FreeWords.required(fields, "reason", LONGEST_REASON, "affairs.reason");
        if (fields.ok()) {
            documents.remove(actor, id, documentId, reason);
            return done(id, "document.removed.notice", after);
        }
        return removal(id, document, fields, model);
    }

    private static String removal(InitiativeId id, InitiativeDocument document, Fields fields, Model model) {
        model.addAttribute("initiative", id);
        model.addAttribute("document", document);
        model.addAttribute("fields", fields);
        return "initiative/document/remove";
    }

    private static String done(InitiativeId id, String notice, RedirectAttributes after) {
        after.addFlashAttribute("notice", notice);
        return "redirect:/initiatives/" + id + "/documents";
    }
}
