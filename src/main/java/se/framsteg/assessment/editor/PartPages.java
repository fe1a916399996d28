package se.framsteg.assessment.editor;

import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.shared.InstrumentId;
import se.framsteg.ui.Fields;

/** The parts that an instrument has one of: what it is as a whole, and its scale. */
@Controller
class PartPages {
    private final Editing editing;

    PartPages(Editing editing) {
        this.editing = editing;
    }

    @GetMapping("/instruments/{id}/about")
    String about(Actor.Staff staff, @PathVariable InstrumentId id, Model model) {
        var open = editing.open(staff, id);
        var fields = AboutForm.withLanguages(open.filled(AboutForm.values(open.outline())), open.outline());
        return page("about", open, fields, model);
    }

    @PostMapping("/instruments/{id}/about")
    String saveAbout(
            Actor.Staff staff, @PathVariable InstrumentId id, Fields fields, Model model, RedirectAttributes after) {
        var open = editing.open(staff, id);
        var about = AboutForm.read(fields, open.outline());
        var saved = fields.ok()
                && editing.save(
                        staff,
                        open,
                        fields,
                        open.outline().with(about),
                        now -> Optional.of(AboutForm.saved(fields, now)));
        return saved ? saved(id, after) : page("about", open, fields, model);
    }

    @GetMapping("/instruments/{id}/scale")
    String scale(Actor.Staff staff, @PathVariable InstrumentId id, Model model) {
        var open = editing.open(staff, id);
        return page("scale", open, open.filled(ScaleForm.values(open.outline())), model);
    }

    /** With more steps than before the page comes back, for what they say. */
    @PostMapping("/instruments/{id}/scale")
    String saveScale(
            Actor.Staff staff, @PathVariable InstrumentId id, Fields fields, Model model, RedirectAttributes after) {
        var open = editing.open(staff, id);
        var scale = ScaleForm.read(fields, open.outline());
        var saved = fields.ok()
                && editing.save(
                        staff, open, fields, open.outline().with(scale), now -> Optional.of(ScaleForm.values(now)));
        if (saved && Integer.parseInt(scale.highest()) > ScaleForm.steps(open.outline())) {
            after.addFlashAttribute("notice", "instrument.scale.more");
            return "redirect:/instruments/" + id + "/scale";
        }
        return saved ? saved(id, after) : page("scale", open, fields, model);
    }

    private static String saved(InstrumentId id, RedirectAttributes after) {
        after.addFlashAttribute("notice", "form.saved");
        return "redirect:/instruments/" + id + "/draft";
    }

    private static String page(String part, OpenDraft open, Fields fields, Model model) {
        model.addAttribute("open", open);
        model.addAttribute("fields", fields);
        model.addAttribute("steps", ScaleForm.steps(open.outline()));
        return "assessment/editor/" + part;
    }
}
