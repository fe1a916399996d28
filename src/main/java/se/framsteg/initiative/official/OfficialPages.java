package se.framsteg.initiative.official;

import java.time.Clock;
import java.time.LocalDate;
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
import se.framsteg.initiative.official.Official.Circle;
import se.framsteg.shared.ChangedMeanwhileException;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.ui.Fields;

/** The steering group and others: the list, and the form of one. */
@Controller
@RequestMapping("/initiatives/{id}/officials")
class OfficialPages {
    private static final int LONGEST = 200;

    private final Officials officials;
    private final Clock clock;

    OfficialPages(Officials officials, Clock clock) {
        this.officials = officials;
        this.clock = clock;
    }

    @GetMapping
    String see(Actor.Staff actor, @PathVariable InitiativeId id, Model model) {
        model.addAttribute("view", officials.see(actor, id));
        model.addAttribute("today", LocalDate.now(clock));
        return "initiative/official/officials";
    }

    @GetMapping("/new")
    String blank(Actor.Staff actor, @PathVariable InitiativeId id, Model model) {
        var head = officials.head(actor, id);
        var fields = Fields.empty().with("id", OfficialId.create()).with("from", head.startsOn());
        return form(head, Optional.empty(), fields, model);
    }

    @PostMapping("/new")
    String add(Actor.Staff actor, @PathVariable InitiativeId id, Fields fields, Model model, RedirectAttributes after) {
        var head = officials.head(actor, id);
        var official = read(fields, fields.optionalId("id", OfficialId::of).orElseThrow(NotFoundException::new));
        if (fields.ok()) {
            officials.add(actor, id, official);
            return done(id, "official.added", after);
        }
        return form(head, Optional.empty(), fields, model);
    }

    @GetMapping("/{officialId}")
    String see(Actor.Staff actor, @PathVariable InitiativeId id, @PathVariable OfficialId officialId, Model model) {
        var one = officials.see(actor, id, officialId);
        var fields = Fields.empty().with("version", one.official().version());
        written(one.official()).forEach(fields::with);
        return form(one.head(), Optional.of(officialId), fields, model);
    }

    @PostMapping("/{officialId}")
    String change(
            Actor.Staff actor,
            @PathVariable InitiativeId id,
            @PathVariable OfficialId officialId,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        var head = officials.see(actor, id, officialId).head();
        var official = read(fields, officialId);
        if (fields.ok()) {
            try {
                officials.change(actor, id, official);
                return done(id, "official.changed", after);
            } catch (ChangedMeanwhileException e) {
                var saved = officials.see(actor, id, officialId).official();
                fields.conflict(written(saved), saved.version());
            }
        }
        return form(head, Optional.of(officialId), fields, model);
    }

    @PostMapping("/{officialId}/remove")
    String remove(
            Actor.Staff actor,
            @PathVariable InitiativeId id,
            @PathVariable OfficialId officialId,
            Fields fields,
            RedirectAttributes after) {
        try {
            officials.remove(actor, id, officialId, fields.version());
            return done(id, "official.removed", after);
        } catch (ChangedMeanwhileException e) {
            after.addFlashAttribute("notice", "affairs.changed-meanwhile");
            return "redirect:/initiatives/" + id + "/officials/" + officialId;
        }
    }

    private static Official read(Fields fields, OfficialId id) {
        var official = new Official(
                id,
                fields.choice("circle", Circle.class, "official.circle"),
                FreeWords.required(fields, "function", LONGEST, "official.function"),
                FreeWords.read(fields, "organisation", LONGEST),
                FreeWords.read(fields, "name", LONGEST),
                fields.date("from", "official.from"),
                fields.optionalDate("to"),
                fields.version());
        if (fields.ok() && official.endsBeforeStart()) {
            fields.fail("to", "official.ends-before-start");
        }
        return official;
    }

    private static Map<String, String> written(Official official) {
        return Map.of(
                "circle", official.circle().name(),
                "function", official.function(),
                "organisation", official.organisation(),
                "name", official.name(),
                "from", official.from().toString(),
                "to", official.to().map(LocalDate::toString).orElse(""));
    }

    private static String form(Affairs.Head head, Optional<OfficialId> official, Fields fields, Model model) {
        model.addAttribute("head", head);
        model.addAttribute("official", official);
        model.addAttribute("fields", fields);
        return "initiative/official/form";
    }

    private static String done(InitiativeId id, String notice, RedirectAttributes after) {
        after.addFlashAttribute("notice", notice);
        return "redirect:/initiatives/" + id + "/officials";
    }
}
