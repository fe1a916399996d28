package se.framsteg.organisation;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.ui.Fields;

@Controller
class AssociationPages {
    private static final NameForm NEW = new NameForm("association", "/associations/new", "/associations", true);
    private final OrganisationRegister register;
    private final Directory directory;
    private final Guard guard;

    AssociationPages(OrganisationRegister register, Directory directory, Guard guard) {
        this.register = register;
        this.directory = directory;
        this.guard = guard;
    }

    @GetMapping("/associations")
    String list(Actor.Staff staff, Model model) {
        model.addAttribute("associations", directory.associations(staff));
        return "organisation/associations";
    }

    @GetMapping("/associations/new")
    String add(Actor.Staff staff, Model model) {
        if (!guard.allows(staff, Action.MANAGE_INSTALLATION, Installation.THIS)) {
            throw new NotFoundException();
        }
        return NEW.show(Fields.empty(), model);
    }

    @PostMapping("/associations/new")
    String add(Actor.Staff staff, Fields fields, Model model, RedirectAttributes after) {
        add(staff, model);
        return NEW.save(
                fields,
                model,
                after,
                name -> "/associations/" + register.addAssociation(staff, name),
                () -> new NameForm.Saved("", 0));
    }

    @GetMapping("/associations/{id}")
    String see(Actor.Staff staff, @PathVariable AssociationId id, Model model) {
        model.addAttribute("association", directory.association(staff, id));
        return "organisation/association";
    }

    @GetMapping("/associations/{id}/edit")
    String edit(Actor.Staff staff, @PathVariable AssociationId id, Model model) {
        var association = changeable(staff, id);
        return form(id).show(NameForm.of(association.name(), association.version()), model);
    }

    @PostMapping("/associations/{id}/edit")
    String edit(
            Actor.Staff staff, @PathVariable AssociationId id, Fields fields, Model model, RedirectAttributes after) {
        changeable(staff, id);
        return form(id).save(
                        fields,
                        model,
                        after,
                        name -> {
                            register.renameAssociation(staff, id, name, fields.version());
                            return "/associations/" + id;
                        },
                        () -> {
                            var now = directory.association(staff, id);
                            return new NameForm.Saved(now.name(), now.version());
                        });
    }

    private Directory.Association changeable(Actor.Staff staff, AssociationId id) {
        var association = directory.association(staff, id);
        if (!association.allows(Action.CHANGE_ASSOCIATION)) {
            throw new NotFoundException();
        }
        return association;
    }

    private static NameForm form(AssociationId id) {
        return new NameForm("association", "/associations/" + id + "/edit", "/associations/" + id, false);
    }
}
