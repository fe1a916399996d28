package se.framsteg.organisation;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.UnitId;
import se.framsteg.ui.Fields;

@Controller
@RequestMapping("/organisations/{id}/units")
class UnitPages {
    private final OrganisationRegister register;
    private final Directory directory;

    UnitPages(OrganisationRegister register, Directory directory) {
        this.register = register;
        this.directory = directory;
    }

    @GetMapping("/new")
    String add(Actor.Staff staff, @PathVariable OrganisationId id, Model model) {
        directory.organisation(staff, id);
        return form(id, "new").show(Fields.empty(), model);
    }

    @PostMapping("/new")
    String add(
            Actor.Staff staff, @PathVariable OrganisationId id, Fields fields, Model model, RedirectAttributes after) {
        directory.organisation(staff, id);
        NameForm.Save save = name -> {
            register.addUnit(staff, id, name);
            return "/organisations/" + id;
        };
        return form(id, "new").save(fields, model, after, save, () -> new NameForm.Saved("", 0));
    }

    @GetMapping("/{unit}")
    String edit(Actor.Staff staff, @PathVariable OrganisationId id, @PathVariable UnitId unit, Model model) {
        var now = unit(staff, id, unit);
        return form(id, unit.toString()).show(NameForm.of(now.name(), now.version()), model);
    }

    @PostMapping("/{unit}")
    String edit(
            Actor.Staff staff,
            @PathVariable OrganisationId id,
            @PathVariable UnitId unit,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        unit(staff, id, unit);
        NameForm.Save save = name -> {
            register.renameUnit(staff, id, unit, name, fields.version());
            return "/organisations/" + id;
        };
        NameForm.Now now = () -> {
            var saved = unit(staff, id, unit);
            return new NameForm.Saved(saved.name(), saved.version());
        };
        return form(id, unit.toString()).save(fields, model, after, save, now);
    }

    private Directory.Unit unit(Actor.Staff staff, OrganisationId id, UnitId unit) {
        return directory.organisation(staff, id).unit(unit).orElseThrow(NotFoundException::new);
    }

    private static NameForm form(OrganisationId id, String last) {
        return new NameForm(
                "unit", "/organisations/" + id + "/units/" + last, "/organisations/" + id, last.equals("new"));
    }
}
