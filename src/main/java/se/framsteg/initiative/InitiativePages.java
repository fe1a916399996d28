package se.framsteg.initiative;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.ChangedMeanwhileException;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.InstrumentId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.Time;
import se.framsteg.ui.Fields;
import se.framsteg.ui.Page;

@Controller
class InitiativePages {
    private final InitiativeRegister register;
    private final InitiativeViews views;
    private final Guard guard;
    private final Clock clock;

    InitiativePages(InitiativeRegister register, InitiativeViews views, Guard guard, Clock clock) {
        this.register = register;
        this.views = views;
        this.guard = guard;
        this.clock = clock;
    }

    @GetMapping("/initiatives")
    String list(Actor.Staff staff, @RequestParam Optional<AssociationId> association, Model model) {
        var shown = association.orElse(staff.association());
        model.addAttribute("initiatives", views.list(staff, shown));
        model.addAttribute("association", shown);
        model.addAttribute("mayAdd", guard.allows(staff, Action.ADD_INITIATIVE, shown));
        model.addAttribute("today", LocalDate.now(clock.withZone(Time.SWEDEN)));
        return "initiative/initiatives";
    }

    /** Asks first what it is for, and whose it is to be where there is a choice: the form, and who can lead it, depend on that. */
    @GetMapping("/initiatives/new")
    String add(
            Actor.Staff staff,
            @RequestParam AssociationId association,
            @RequestParam Optional<OrganisationId> owner,
            @RequestParam Optional<Frame.Kind> kind,
            @ModelAttribute("page") Page page,
            Model model) {
        var owners = ownersFor(staff, association);
        var chosen = owners.size() == 1 ? owners.keySet().stream().findFirst() : owner;
        if (chosen.isEmpty() || kind.isEmpty()) {
            model.addAttribute("association", association);
            model.addAttribute("owners", owners);
            return "initiative/begin";
        }
        var choices = views.choices(association, known(chosen.get(), owners), page.language());
        var fields = InitiativeForm.ofNew(LocalDate.now(clock.withZone(Time.SWEDEN)), choices);
        return newForm(association, chosen.get(), kind.get(), choices, fields, model);
    }

    @PostMapping("/initiatives/new")
    String add(
            Actor.Staff staff,
            @RequestParam AssociationId association,
            @RequestParam OrganisationId owner,
            @RequestParam(defaultValue = "INDIVIDUAL") Frame.Kind kind,
            Fields fields,
            @ModelAttribute("page") Page page,
            Model model,
            RedirectAttributes after) {
        known(owner, ownersFor(staff, association));
        var choices = views.choices(association, owner, page.language());
        var frame = InitiativeForm.frame(fields, kind);
        var details = InitiativeForm.read(fields, owner, unmeasured(kind, choices));
        if (fields.ok()) {
            try {
                var id = register.add(staff, association, frame, details);
                after.addFlashAttribute("notice", "form.saved");
                return "redirect:/initiatives/" + id;
            } catch (DuplicateKeyException e) {
                fields.fail("name", "initiative.name.taken");
            } catch (InitiativeRefusedException e) {
                InitiativeForm.fail(fields, e.problem());
            }
        }
        return newForm(association, owner, kind, choices, fields, model);
    }

    /** The first that there is: nobody is measured with it. */
    private static Optional<Initiative.Plan> unmeasured(Frame.Kind kind, InitiativeViews.Choices choices) {
        return choices.instruments().keySet().stream()
                .findFirst()
                .filter(_ -> kind == Frame.Kind.STRUCTURAL)
                .map(first -> new Initiative.Plan(InstrumentId.of(first), 21, 3, 21));
    }

    private Map<OrganisationId, String> ownersFor(Actor.Staff staff, AssociationId association) {
        if (!guard.allows(staff, Action.ADD_INITIATIVE, association)) {
            throw new NotFoundException();
        }
        return views.owners(staff, association);
    }

    private static OrganisationId known(OrganisationId owner, Map<OrganisationId, String> owners) {
        if (!owners.containsKey(owner)) {
            throw new NotFoundException();
        }
        return owner;
    }

    private static String newForm(
            AssociationId association,
            OrganisationId owner,
            Frame.Kind kind,
            InitiativeViews.Choices choices,
            Fields fields,
            Model model) {
        model.addAttribute("titleKey", "initiative.new");
        model.addAttribute("kind", kind);
        model.addAttribute("frame", Optional.<Frame>empty());
        model.addAttribute(
                "action", "/initiatives/new?association=" + association + "&owner=" + owner + "&kind=" + kind);
        model.addAttribute("back", "/initiatives?association=" + association);
        return form(choices, fields, model);
    }

    private static String form(InitiativeViews.Choices choices, Fields fields, Model model) {
        model.addAttribute("choices", choices);
        model.addAttribute("fields", fields);
        return "initiative/initiative-form";
    }

    @GetMapping("/initiatives/{id}")
    String see(Actor.Staff staff, @PathVariable InitiativeId id, @ModelAttribute("page") Page page, Model model) {
        model.addAttribute("view", views.view(staff, id, page.language()));
        return "initiative/initiative";
    }

    @GetMapping("/initiatives/{id}/edit")
    String edit(Actor.Staff staff, @PathVariable InitiativeId id, @ModelAttribute("page") Page page, Model model) {
        var now = changeable(staff, id);
        return editForm(now, choices(now, page), InitiativeForm.of(now), model);
    }

    @PostMapping("/initiatives/{id}/edit")
    String edit(
            Actor.Staff staff,
            @PathVariable InitiativeId id,
            Fields fields,
            @ModelAttribute("page") Page page,
            Model model,
            RedirectAttributes after) {
        var now = changeable(staff, id);
        var details =
                InitiativeForm.read(fields, now.owner(), now.structural() ? Optional.of(now.plan()) : Optional.empty());
        if (fields.ok()) {
            try {
                register.change(staff, id, details, fields.version());
                after.addFlashAttribute("notice", "form.saved");
                return "redirect:/initiatives/" + id;
            } catch (DuplicateKeyException e) {
                fields.fail("name", "initiative.name.taken");
            } catch (InitiativeRefusedException e) {
                InitiativeForm.fail(fields, e.problem());
            } catch (ChangedMeanwhileException e) {
                InitiativeForm.showBothSides(fields, details, changeable(staff, id), choices(now, page));
            }
        }
        return editForm(now, choices(now, page), fields, model);
    }

    private Initiative changeable(Actor.Staff staff, InitiativeId id) {
        if (!guard.allows(staff, Action.CHANGE_INITIATIVE, id)) {
            throw new NotFoundException();
        }
        return register.see(staff, id);
    }

    private InitiativeViews.Choices choices(Initiative now, Page page) {
        var choices = views.choices(now.association(), now.owner(), page.language());
        // An instrument that is no longer offered stays with those who measure with it.
        var kept = page.t("initiative.instrument.kept", views.instrument(now, page.language()));
        choices.instruments().putIfAbsent(now.plan().instrument().toString(), kept);
        return choices;
    }

    private static String editForm(Initiative now, InitiativeViews.Choices choices, Fields fields, Model model) {
        model.addAttribute("titleKey", "initiative.edit");
        model.addAttribute("kind", now.frame().kind());
        model.addAttribute("frame", Optional.of(now.frame()));
        model.addAttribute("action", "/initiatives/" + now.id() + "/edit");
        model.addAttribute("back", "/initiatives/" + now.id());
        return form(choices, fields, model);
    }
}
