package se.framsteg.assessment.editor;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.shared.InstrumentId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.ui.Fields;

/** The dimensions and the questions of a draft: added, changed, put in order, removed. */
@Controller
class ListPages {
    private static final String NEW = "/instruments/{id}/new/{list:dimensions|questions}";
    private static final String ONE = "/instruments/{id}/{list:dimensions|questions}/{key}";

    private final Editing editing;

    ListPages(Editing editing) {
        this.editing = editing;
    }

    @GetMapping(NEW)
    String add(
            Actor.Staff staff,
            @PathVariable InstrumentId id,
            @PathVariable String list,
            Model model,
            RedirectAttributes after) {
        var open = editing.open(staff, id);
        var entries = Entries.of(list);
        if (entries.full(open.outline())) {
            after.addFlashAttribute("notice", "instrument.full");
            return home(id, entries.address());
        }
        return page(open, entries, "", open.filled(entries.empty(open.outline())), model);
    }

    @PostMapping(NEW)
    String add(
            Actor.Staff staff,
            @PathVariable InstrumentId id,
            @PathVariable String list,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        var open = editing.open(staff, id);
        var entries = Entries.of(list);
        var key = entries.newKey(open.outline(), fields);
        var changed = entries.with(open.outline(), key, fields);
        if (entries.full(open.outline())) {
            fields.fail("instrument.full");
        }
        var saved = fields.ok() && editing.save(staff, open, fields, changed, now -> entries.values(now, ""));
        return saved
                ? saved(open, entries, entries.notice(changed, key), fields, after)
                : page(open, entries, "", fields, model);
    }

    @GetMapping(ONE)
    String edit(
            Actor.Staff staff,
            @PathVariable InstrumentId id,
            @PathVariable String list,
            @PathVariable String key,
            Model model) {
        var open = editing.open(staff, id);
        var entries = Entries.of(list);
        var values = entries.values(open.outline(), key).orElseThrow(NotFoundException::new);
        return page(open, entries, key, open.filled(values), model);
    }

    @PostMapping(ONE)
    String edit(
            Actor.Staff staff,
            @PathVariable InstrumentId id,
            @PathVariable String list,
            @PathVariable String key,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        var open = editing.open(staff, id);
        var entries = Entries.of(list);
        if (!entries.keys(open.outline()).contains(key)) {
            throw new NotFoundException();
        }
        var changed = entries.with(open.outline(), key, fields);
        var saved = fields.ok() && editing.save(staff, open, fields, changed, now -> entries.values(now, key));
        return saved
                ? saved(open, entries, entries.notice(changed, key), fields, after)
                : page(open, entries, key, fields, model);
    }

    @PostMapping(ONE + "/{step:earlier|later|remove}")
    String move(
            Actor.Staff staff,
            @PathVariable InstrumentId id,
            @PathVariable String list,
            @PathVariable String key,
            @PathVariable String step,
            Fields fields,
            RedirectAttributes after) {
        var entries = Entries.of(list);
        var changed = editing.change(staff, id, fields.version(), outline -> switch (step) {
            case "earlier" -> entries.moved(outline, key, -1);
            case "later" -> entries.moved(outline, key, 1);
            default -> entries.without(outline, key);
        });
        after.addFlashAttribute("notice", changed ? "form.saved" : "instrument.changed-meanwhile");
        var keys = entries.keys(editing.open(staff, id).outline());
        return home(id, keys.contains(key) ? button(entries, keys, key, step) : entries.address());
    }

    private static String saved(
            OpenDraft open, Entries entries, String notice, Fields fields, RedirectAttributes after) {
        after.addFlashAttribute("notice", notice);
        return fields.has("go", "another")
                ? "redirect:/instruments/" + open.id() + "/new/" + entries.address()
                : home(open.id(), entries.address());
    }

    /** @param place where on the page the reader comes to */
    private static String home(InstrumentId id, String place) {
        return "redirect:/instruments/" + id + "/draft#" + place;
    }

    /** The button that was pressed, or the opposite one where that has gone: whoever moves with the keyboard moves on. */
    private static String button(Entries entries, List<String> keys, String key, String step) {
        var last = key.equals(keys.getLast());
        var first = key.equals(keys.getFirst());
        var there = step.equals("later") ? last ? "earlier" : step : first ? "later" : "earlier";
        return entries.address() + "-" + key + "-" + there;
    }

    /** @param key empty for a new one */
    private static String page(OpenDraft open, Entries entries, String key, Fields fields, Model model) {
        model.addAttribute("open", open);
        model.addAttribute("key", key);
        model.addAttribute("fields", fields);
        return "assessment/editor/" + entries.address();
    }
}
