package se.framsteg.assessment.editor;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.assessment.library.InstrumentDrafts;
import se.framsteg.shared.ChangedMeanwhileException;
import se.framsteg.shared.InstrumentId;
import se.framsteg.shared.definition.Problem;
import se.framsteg.ui.DefinitionFiles;
import se.framsteg.ui.Fields;

/** A draft as the text of its file, with each fault at its line. What is faulty is saved too, to be mended later. */
@Controller
class InstrumentTextPages {
    private final InstrumentDrafts drafts;

    InstrumentTextPages(InstrumentDrafts drafts) {
        this.drafts = drafts;
    }

    @GetMapping("/instruments/{id}/text")
    String show(Actor.Staff staff, @PathVariable InstrumentId id, Model model) {
        var draft = drafts.open(staff, id);
        var fields = Fields.empty().with("text", draft.definition()).with("version", draft.edition());
        return page(id, draft.problems(), fields, model);
    }

    @PostMapping("/instruments/{id}/text")
    String save(
            Actor.Staff staff, @PathVariable InstrumentId id, Fields fields, Model model, RedirectAttributes after) {
        var text = DefinitionFiles.typed(fields, "text");
        if (!fields.ok()) {
            return page(id, drafts.open(staff, id).problems(), fields, model);
        }
        try {
            drafts.change(staff, id, fields.version(), text);
        } catch (ChangedMeanwhileException e) {
            var now = drafts.open(staff, id);
            fields.conflict(Map.of("text", now.definition()), now.edition());
            return page(id, List.of(), fields, model);
        }
        after.addFlashAttribute("notice", "form.saved");
        var whole = drafts.open(staff, id).problems().isEmpty();
        return "redirect:/instruments/" + id + (whole ? "/draft" : "/text");
    }

    private static String page(InstrumentId id, List<Problem> problems, Fields fields, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("problems", problems);
        model.addAttribute("fields", fields);
        return "assessment/editor/text";
    }
}
