package se.framsteg.pathway.library;

import java.util.List;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.pathway.method.Pathway;
import se.framsteg.shared.ChangedMeanwhileException;
import se.framsteg.shared.PathwayId;
import se.framsteg.shared.definition.Problem;
import se.framsteg.shared.definition.Reading;
import se.framsteg.ui.DefinitionFiles;
import se.framsteg.ui.Fields;
import se.framsteg.ui.Page;

/** A draft as the text of its file, with each fault at its line, and the ways out of being a draft. */
@Controller
class PathwayDraftPages {
    private final PathwayDrafts drafts;

    PathwayDraftPages(PathwayDrafts drafts) {
        this.drafts = drafts;
    }

    @GetMapping("/pathways/{id}/draft")
    String show(Actor.Staff staff, @PathVariable PathwayId id, @ModelAttribute("page") Page page, Model model) {
        var draft = drafts.open(staff, id);
        var fields = Fields.empty().with("text", draft.definition()).with("version", draft.edition());
        return draftPage(staff, page, draft, draft.problems(), fields, model);
    }

    /** What is faulty is saved too, to be mended later. */
    @PostMapping("/pathways/{id}/draft")
    String save(
            Actor.Staff staff,
            @PathVariable PathwayId id,
            Fields fields,
            @ModelAttribute("page") Page page,
            Model model,
            RedirectAttributes after) {
        var text = DefinitionFiles.typed(fields, "text");
        if (!fields.ok()) {
            var draft = drafts.open(staff, id);
            return draftPage(staff, page, draft, draft.problems(), fields, model);
        }
        try {
            drafts.change(staff, id, fields.version(), text);
        } catch (ChangedMeanwhileException e) {
            var now = drafts.open(staff, id);
            fields.conflict(Map.of("text", now.definition()), now.edition());
            return draftPage(staff, page, now, List.of(), fields, model);
        }
        after.addFlashAttribute("notice", "form.saved");
        return "redirect:/pathways/" + id + "/draft";
    }

    private String draftPage(
            Actor.Staff staff,
            Page page,
            PathwayDrafts.Draft draft,
            List<Problem> problems,
            Fields fields,
            Model model) {
        drafts.obstacle(staff, draft).ifPresent(obstacle -> model.addAttribute("obstacle", textKey(obstacle.name())));
        model.addAttribute("draft", draft);
        model.addAttribute("title", Title.of(draft.definition(), page.language()));
        model.addAttribute("problems", problems);
        model.addAttribute("fields", fields);
        return "pathway/draft";
    }

    /** Asks first: what is published can't be changed. */
    @GetMapping("/pathways/{id}/publish")
    String askToPublish(Actor.Staff staff, @PathVariable PathwayId id, Model model) {
        return publishPage(drafts.open(staff, id), Fields.empty(), model);
    }

    @PostMapping("/pathways/{id}/publish")
    String publish(
            Actor.Staff staff, @PathVariable PathwayId id, Fields fields, Model model, RedirectAttributes after) {
        try {
            var result = drafts.publish(staff, id, fields.version());
            if (result == PathwayDrafts.Publishing.DONE) {
                after.addFlashAttribute("notice", "pathway.published.done");
                return "redirect:/pathways/" + id;
            }
            fields.fail(textKey(result.name()));
        } catch (ChangedMeanwhileException e) {
            fields.fail(textKey("CHANGED"));
        } catch (DuplicateKeyException e) {
            fields.fail(textKey(PathwayDrafts.Publishing.VERSION_TAKEN.name()));
        }
        return publishPage(drafts.open(staff, id), fields, model);
    }

    private static String textKey(String obstacle) {
        return "pathway.publishing." + obstacle;
    }

    private static String publishPage(PathwayDrafts.Draft draft, Fields fields, Model model) {
        if (!(draft.reading() instanceof Reading.Whole<Pathway>(var pathway))) {
            return "redirect:/pathways/" + draft.id() + "/draft";
        }
        model.addAttribute("draft", draft);
        model.addAttribute("pathway", pathway);
        model.addAttribute("fields", fields.with("version", draft.edition()));
        return "pathway/publish";
    }

    @GetMapping("/pathways/{id}/discard")
    String askToDiscard(Actor.Staff staff, @PathVariable PathwayId id, @ModelAttribute("page") Page page, Model model) {
        var draft = drafts.open(staff, id);
        model.addAttribute("draft", draft);
        model.addAttribute("title", Title.of(draft.definition(), page.language()));
        return "pathway/discard";
    }

    @PostMapping("/pathways/{id}/discard")
    String discard(Actor.Staff staff, @PathVariable PathwayId id, Fields fields, RedirectAttributes after) {
        try {
            drafts.discard(staff, id, fields.version());
            after.addFlashAttribute("notice", "pathway.discarded");
            return "redirect:/pathways";
        } catch (ChangedMeanwhileException e) {
            after.addFlashAttribute("notice", "pathway.changed-meanwhile");
            return "redirect:/pathways/" + id + "/draft";
        }
    }
}
