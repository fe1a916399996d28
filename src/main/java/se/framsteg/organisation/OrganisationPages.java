package se.framsteg.organisation;

import java.util.LinkedHashMap;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.ChangedMeanwhileException;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.OrganisationId;
import se.framsteg.ui.Fields;

@Controller
class OrganisationPages {
    private final OrganisationRegister register;
    private final Directory directory;

    OrganisationPages(OrganisationRegister register, Directory directory) {
        this.register = register;
        this.directory = directory;
    }

    @GetMapping("/organisations/new")
    String add(Actor.Staff staff, @RequestParam AssociationId association, Model model) {
        return newForm(staff, association, Fields.empty(), model);
    }

    @PostMapping("/organisations/new")
    String add(
            Actor.Staff staff,
            @RequestParam AssociationId association,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        var name = fields.required("name", NameForm.LONGEST, "organisation.name");
        var kind = fields.choice("kind", OrganisationKind.class, "organisation.kind");
        if (fields.ok()) {
            try {
                register.addOrganisation(staff, association, name, kind);
                after.addFlashAttribute("notice", "form.saved");
                return "redirect:/associations/" + association;
            } catch (DuplicateKeyException e) {
                fields.fail("name", "organisation.name.taken");
            }
        }
        return newForm(staff, association, fields, model);
    }

    private String newForm(Actor.Staff staff, AssociationId id, Fields fields, Model model) {
        var association = directory.association(staff, id);
        if (!association.allows(Action.ADD_ORGANISATION)) {
            throw new NotFoundException();
        }
        model.addAttribute("action", "/organisations/new?association=" + id);
        model.addAttribute("back", "/associations/" + id);
        return form("organisation.new", fields, model);
    }

    @GetMapping("/organisations/{id}")
    String see(Actor.Staff staff, @PathVariable OrganisationId id, Model model) {
        model.addAttribute("organisation", directory.organisation(staff, id));
        return "organisation/organisation";
    }

    @GetMapping("/organisations/{id}/edit")
    String edit(Actor.Staff staff, @PathVariable OrganisationId id, Model model) {
        var now = directory.organisation(staff, id);
        var fields =
                Fields.empty().with("name", now.name()).with("kind", now.kind()).with("version", now.version());
        return editForm(id, fields, model);
    }

    @PostMapping("/organisations/{id}/edit")
    String edit(
            Actor.Staff staff, @PathVariable OrganisationId id, Fields fields, Model model, RedirectAttributes after) {
        directory.organisation(staff, id);
        var name = fields.required("name", NameForm.LONGEST, "organisation.name");
        var kind = fields.choice("kind", OrganisationKind.class, "organisation.kind");
        if (fields.ok()) {
            try {
                register.changeOrganisation(staff, id, name, kind, fields.version());
                after.addFlashAttribute("notice", "form.saved");
                return "redirect:/organisations/" + id;
            } catch (DuplicateKeyException e) {
                fields.fail("name", "organisation.name.taken");
            } catch (ChangedMeanwhileException e) {
                showBothSides(fields, directory.organisation(staff, id));
            }
        }
        return editForm(id, fields, model);
    }

    private static void showBothSides(Fields fields, Directory.Organisation now) {
        var saved = new LinkedHashMap<String, String>();
        saved.put("name", now.name());
        saved.put("kind", now.kind().name());
        fields.conflict(saved, now.version());
    }

    private static String editForm(OrganisationId id, Fields fields, Model model) {
        model.addAttribute("action", "/organisations/" + id + "/edit");
        model.addAttribute("back", "/organisations/" + id);
        return form("organisation.edit", fields, model);
    }

    private static String form(String title, Fields fields, Model model) {
        model.addAttribute("titleKey", title);
        model.addAttribute("fields", fields);
        return "organisation/organisation-form";
    }
}
