package se.framsteg.organisation;

import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.shared.ChangedMeanwhileException;
import se.framsteg.ui.Fields;

/**
 * The form with which a thing is given its name: an association, a unit or a team.
 *
 * @param thing the prefix of its text keys
 * @param action where the form is sent
 * @param back where one returns without saving
 * @param isNew whether the thing is being made
 */
public record NameForm(String thing, String action, String back, boolean isNew) {
    static final int LONGEST = 200;
    static final String TEMPLATE = "organisation/name-form";

    /** A name as somebody else may have saved it meanwhile. */
    record Saved(String name, int version) {}

    interface Save {
        /** Saves the name, and tells where to go then. */
        String name(String name);
    }

    interface Now {
        Saved read();
    }

    static Fields of(String name, int version) {
        return Fields.empty().with("name", name).with("version", version);
    }

    String show(Fields fields, Model model) {
        model.addAttribute("form", this);
        model.addAttribute("fields", fields);
        return TEMPLATE;
    }

    /** Saves what was sent, or shows it again with what is to be mended. */
    String save(Fields fields, Model model, RedirectAttributes after, Save save, Now now) {
        var name = fields.required("name", LONGEST, thing + ".name");
        if (fields.ok()) {
            try {
                var path = save.name(name);
                after.addFlashAttribute("notice", "form.saved");
                return "redirect:" + path;
            } catch (DuplicateKeyException e) {
                fields.fail("name", thing + ".name.taken");
            } catch (ChangedMeanwhileException e) {
                var saved = now.read();
                fields.conflict(Map.of("name", saved.name()), saved.version());
            }
        }
        return show(fields, model);
    }
}
