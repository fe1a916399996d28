package se.framsteg.assessment.editor;

import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.assessment.instrument.InstrumentReading;
import se.framsteg.assessment.library.InstrumentDrafts;
import se.framsteg.assessment.outline.Outline;
import se.framsteg.shared.ChangedMeanwhileException;
import se.framsteg.shared.InstrumentId;
import se.framsteg.shared.definition.Problem;
import se.framsteg.ui.DefinitionFiles;
import se.framsteg.ui.Fields;
import se.framsteg.ui.Page;

/** The home of a draft: its parts, what remains to be mended, and the ways out of being a draft. */
@Controller
class InstrumentDraftPages {
    private final InstrumentDrafts drafts;

    InstrumentDraftPages(InstrumentDrafts drafts) {
        this.drafts = drafts;
    }

    @GetMapping("/instruments/{id}/draft")
    String show(Actor.Staff staff, @PathVariable InstrumentId id, @ModelAttribute("page") Page page, Model model) {
        var draft = drafts.open(staff, id);
        var outline = Outline.of(draft.definition());
        model.addAttribute("draft", draft);
        model.addAttribute("outline", outline.orElse(Outline.EMPTY));
        model.addAttribute("remaining", remaining(page, draft));
        model.addAttribute("readable", outline.isPresent());
        model.addAttribute(
                "losesComments",
                draft.definition().lines().anyMatch(line -> line.strip().startsWith("#")));
        return "assessment/editor/draft";
    }

    private static List<Remaining> remaining(Page page, InstrumentDrafts.Draft draft) {
        var outline = Outline.of(draft.definition());
        var path = "/instruments/" + draft.id();
        return draft.problems().stream()
                .map(problem -> outline.map(known -> Remaining.of(page, path, known, problem))
                        .orElseGet(() -> new Remaining(path + "/text", inFile(page, problem))))
                .toList();
    }

    private static String inFile(Page page, Problem problem) {
        return page.t("definition.line", problem.line()) + " " + DefinitionFiles.told(page, problem);
    }

    /** Asks first: what is published can't be changed. */
    @GetMapping("/instruments/{id}/publish")
    String askToPublish(Actor.Staff staff, @PathVariable InstrumentId id, Model model) {
        return publishPage(drafts.open(staff, id), Fields.empty(), model);
    }

    @PostMapping("/instruments/{id}/publish")
    String publish(
            Actor.Staff staff, @PathVariable InstrumentId id, Fields fields, Model model, RedirectAttributes after) {
        try {
            var result = drafts.publish(staff, id, fields.version());
            if (result == InstrumentDrafts.Publishing.DONE) {
                after.addFlashAttribute("notice", "instrument.published.done");
                return "redirect:/instruments/" + id;
            }
            fields.fail(textKey(result.name()));
        } catch (ChangedMeanwhileException e) {
            fields.fail(textKey("CHANGED"));
        } catch (DuplicateKeyException e) {
            fields.fail(textKey(InstrumentDrafts.Publishing.VERSION_TAKEN.name()));
        }
        return publishPage(drafts.open(staff, id), fields, model);
    }

    private static String textKey(String obstacle) {
        return "instrument.publishing." + obstacle;
    }

    private static String publishPage(InstrumentDrafts.Draft draft, Fields fields, Model model) {
        if (!(draft.reading() instanceof InstrumentReading.Accepted(var instrument))) {
            return "redirect:/instruments/" + draft.id() + "/draft";
        }
        model.addAttribute("draft", draft);
        model.addAttribute("instrument", instrument);
        model.addAttribute("fields", fields.with("version", draft.edition()));
        return "assessment/editor/publish";
    }

    @GetMapping("/instruments/{id}/discard")
    String askToDiscard(Actor.Staff staff, @PathVariable InstrumentId id, Model model) {
        var draft = drafts.open(staff, id);
        model.addAttribute("draft", draft);
        model.addAttribute("outline", Outline.of(draft.definition()).orElse(Outline.EMPTY));
        return "assessment/editor/discard";
    }

    @PostMapping("/instruments/{id}/discard")
    String discard(Actor.Staff staff, @PathVariable InstrumentId id, Fields fields, RedirectAttributes after) {
        try {
            drafts.discard(staff, id, fields.version());
            after.addFlashAttribute("notice", "instrument.discarded");
            return "redirect:/instruments";
        } catch (ChangedMeanwhileException e) {
            after.addFlashAttribute("notice", "instrument.changed-meanwhile");
            return "redirect:/instruments/" + id + "/draft";
        }
    }
}
