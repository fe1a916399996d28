package se.framsteg.initiative.outreach;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.initiative.Affairs;
import se.framsteg.initiative.FreeWords;
import se.framsteg.shared.ChangedMeanwhileException;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.ui.Fields;

/** What a structural initiative does with organisations: the list with its sums, and the form of one. */
@Controller
@RequestMapping("/initiatives/{id}/activities")
class OrganisationActivityPages {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_ORGANISATIONS = 1000;
    private static final int LONGEST_NOTE = 2000;
    private static final int MOST = 100_000;

    private final OrganisationActivities activities;
    private final Clock clock;

    OrganisationActivityPages(OrganisationActivities activities, Clock clock) {
        this.activities = activities;
        this.clock = clock;
    }

    @GetMapping
    String see(Actor.Staff actor, @PathVariable InitiativeId id, Model model) {
        model.addAttribute("view", activities.see(actor, id));
        return "initiative/outreach/activities";
    }

    @GetMapping("/new")
    String blank(Actor.Staff actor, @PathVariable InitiativeId id, Model model) {
        var fields = Fields.empty().with("id", OrganisationActivityId.create()).with("on", LocalDate.now(clock));
        return form(activities.head(actor, id), Optional.empty(), fields, model);
    }

    @PostMapping("/new")
    String add(Actor.Staff actor, @PathVariable InitiativeId id, Fields fields, Model model, RedirectAttributes after) {
        var head = activities.head(actor, id);
        var activity =
                read(fields, fields.optionalId("id", OrganisationActivityId::of).orElseThrow(NotFoundException::new));
        if (fields.ok()) {
            activities.add(actor, id, activity);
            return done(id, "outreach.added", after);
        }
        return form(head, Optional.empty(), fields, model);
    }

    @GetMapping("/{activityId}")
    String see(
            Actor.Staff actor,
            @PathVariable InitiativeId id,
            @PathVariable OrganisationActivityId activityId,
            Model model) {
        var one = activities.see(actor, id, activityId);
        var fields = Fields.empty().with("version", one.activity().version());
        written(one.activity()).forEach(fields::with);
        return form(one.head(), Optional.of(activityId), fields, model);
    }

    @PostMapping("/{activityId}")
    String change(
            Actor.Staff actor,
            @PathVariable InitiativeId id,
            @PathVariable OrganisationActivityId activityId,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        var head = activities.see(actor, id, activityId).head();
        var activity = read(fields, activityId);
        if (fields.ok()) {
            try {
                activities.change(actor, id, activity);
                return done(id, "outreach.changed", after);
            } catch (ChangedMeanwhileException e) {
                var saved = activities.see(actor, id, activityId).activity();
                fields.conflict(written(saved), saved.version());
            }
        }
        return form(head, Optional.of(activityId), fields, model);
    }

    @PostMapping("/{activityId}/remove")
    String remove(
            Actor.Staff actor,
            @PathVariable InitiativeId id,
            @PathVariable OrganisationActivityId activityId,
            Fields fields,
            RedirectAttributes after) {
        try {
            activities.remove(actor, id, activityId, fields.version());
            return done(id, "outreach.removed", after);
        } catch (ChangedMeanwhileException e) {
            after.addFlashAttribute("notice", "affairs.changed-meanwhile");
            return "redirect:/initiatives/" + id + "/activities/" + activityId;
        }
    }

    private OrganisationActivity read(Fields fields, OrganisationActivityId id) {
        var on = fields.date("on", "outreach.on");
        if (on.isAfter(LocalDate.now(clock))) {
            fields.fail("on", "outreach.on.future");
        }
        var hours = fields.optionalDecimal("hours", 0, 1000);
        if (hours.isEmpty()) {
            fields.fail("hours", "outreach.hours.required");
        }
        return new OrganisationActivity(
                id,
                on,
                fields.choice("kind", OrganisationActivity.Kind.class, "outreach.kind"),
                FreeWords.required(fields, "title", LONGEST_TITLE, "outreach.activity"),
                FreeWords.read(fields, "organisations", LONGEST_ORGANISATIONS),
                hours.orElse(BigDecimal.ZERO),
                reached(fields, "women"),
                reached(fields, "men"),
                reached(fields, "untold"),
                FreeWords.read(fields, "note", LONGEST_NOTE),
                fields.version());
    }

    /** None where nothing is written. */
    private static int reached(Fields fields, String field) {
        return fields.value(field).isBlank() ? 0 : fields.number(field, 0, MOST);
    }

    private static Map<String, String> written(OrganisationActivity activity) {
        var written = new LinkedHashMap<String, String>();
        written.put("on", activity.on().toString());
        written.put("kind", activity.kind().name());
        written.put("title", activity.title());
        written.put("organisations", activity.organisations());
        written.put("hours", Fields.decimal(Optional.of(activity.hours())));
        written.put("women", Integer.toString(activity.women()));
        written.put("men", Integer.toString(activity.men()));
        written.put("untold", Integer.toString(activity.untold()));
        written.put("note", activity.note());
        return written;
    }

    private static String form(
            Affairs.Head head, Optional<OrganisationActivityId> activity, Fields fields, Model model) {
        model.addAttribute("head", head);
        model.addAttribute("activity", activity);
        model.addAttribute("fields", fields);
        return "initiative/outreach/form";
    }

    private static String done(InitiativeId id, String notice, RedirectAttributes after) {
        after.addFlashAttribute("notice", notice);
        return "redirect:/initiatives/" + id + "/activities";
    }
}
