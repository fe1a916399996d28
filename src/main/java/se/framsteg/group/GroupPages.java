package se.framsteg.group;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.cases.Result;
import se.framsteg.group.Programme.Details;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.StaffId;
import se.framsteg.ui.Fields;

/** The groups that there are, one of them, and the form of what is written of it. */
@Controller
class GroupPages {
    private final Groups groups;
    private final Enrolments enrolments;
    private final GroupCounts counts;
    private final Clock clock;

    GroupPages(Groups groups, Enrolments enrolments, GroupCounts counts, Clock clock) {
        this.groups = groups;
        this.enrolments = enrolments;
        this.counts = counts;
        this.clock = clock;
    }

    @GetMapping("/groups")
    String overview(Actor.Staff actor, Model model) {
        model.addAttribute("shelves", groups.overview(actor));
        model.addAttribute("today", LocalDate.now(clock));
        return "group/groups";
    }

    @GetMapping("/initiatives/{id}/groups/counts")
    String counts(Actor.Staff actor, @PathVariable InitiativeId id, Model model) {
        model.addAttribute("view", counts.see(actor, id));
        return "group/counts";
    }

    @GetMapping("/groups/{id}")
    @Transactional
    public String see(Actor.Staff actor, @PathVariable GroupId id, Model model) {
        model.addAttribute("view", groups.see(actor, id));
        model.addAttribute("people", enrolments.people(actor, id));
        return "group/group";
    }

    @GetMapping("/initiatives/{id}/groups/new")
    String blank(Actor.Staff actor, @PathVariable("id") InitiativeId initiative, Model model) {
        var choices = groups.choices(actor, initiative);
        var fields = Fields.empty().with("id", GroupId.create());
        if (choices.leaders().containsKey(actor.id())) {
            fields.with("leaders", actor.id());
        }
        return newForm(initiative, choices, fields, model);
    }

    @PostMapping("/initiatives/{id}/groups/new")
    String add(
            Actor.Staff actor,
            @PathVariable("id") InitiativeId initiative,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        var id = fields.optionalId("id", GroupId::of).orElseThrow(NotFoundException::new);
        var details = read(fields);
        if (fields.ok()) {
            switch (groups.add(actor, id, initiative, details)) {
                case Result.Done<?> _ -> {
                    after.addFlashAttribute("notice", "group.added");
                    return "redirect:/groups/" + id;
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                // Sent, and after going back changed and sent again: it is about something new.
                case Result.Stale<?>() -> fields.with("id", GroupId.create()).fail("group.saved-already");
            }
        }
        return newForm(initiative, groups.choices(actor, initiative), fields, model);
    }

    private static String newForm(InitiativeId initiative, Groups.Choices choices, Fields fields, Model model) {
        model.addAttribute("path", "/initiatives/" + initiative + "/groups/new");
        model.addAttribute("back", "/groups");
        return form("group.new", choices, fields, model);
    }

    private static String form(String titleKey, Groups.Choices choices, Fields fields, Model model) {
        model.addAttribute("titleKey", titleKey);
        model.addAttribute("choices", choices);
        model.addAttribute("fields", fields);
        return "group/form";
    }

    @GetMapping("/groups/{id}/edit")
    String edit(Actor.Staff actor, @PathVariable GroupId id, Model model) {
        var view = groups.changeable(actor, id);
        var fields = Fields.empty().with("version", view.group().version());
        written(view.group().details()).forEach(fields::with);
        fields.with("leaders", view.group().details().leaders());
        return editForm(view, fields, model);
    }

    @PostMapping("/groups/{id}/edit")
    String change(Actor.Staff actor, @PathVariable GroupId id, Fields fields, Model model, RedirectAttributes after) {
        var details = read(fields);
        if (fields.ok()) {
            switch (groups.change(actor, id, fields.version(), details)) {
                case Result.Done<?> _ -> {
                    after.addFlashAttribute("notice", "form.saved");
                    return "redirect:/groups/" + id;
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                case Result.Stale<?>() -> {
                    var now = groups.changeable(actor, id);
                    fields.conflict(saved(now, details), now.group().version());
                }
            }
        }
        return editForm(groups.changeable(actor, id), fields, model);
    }

    private static Map<String, String> saved(Groups.View now, Details typed) {
        var saved = new HashMap<>(written(now.group().details()));
        if (!typed.leaders().equals(now.group().details().leaders())) {
            saved.put("leaders", String.join(", ", now.leaders()));
        }
        return saved;
    }

    private static String editForm(Groups.View view, Fields fields, Model model) {
        model.addAttribute("path", "/groups/" + view.group().id() + "/edit");
        model.addAttribute("back", "/groups/" + view.group().id());
        return form("group.edit", view.choices(), fields, model);
    }

    private static Details read(Fields fields) {
        var places = fields.value("places").isBlank()
                ? Optional.<Integer>empty()
                : Optional.of(fields.number("places", 1, 200));
        return new Details(
                fields.required("name", 200, "group.name"),
                fields.text("purpose", 2000),
                places,
                fields.ids("leaders", StaffId::of).stream().collect(Collectors.toSet()));
    }

    private static Map<String, String> written(Details details) {
        return Map.of(
                "name", details.name(),
                "purpose", details.purpose(),
                "places", details.places().map(String::valueOf).orElse(""));
    }
}
