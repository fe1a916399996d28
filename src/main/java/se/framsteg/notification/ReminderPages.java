package se.framsteg.notification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.cases.Result;
import se.framsteg.notification.carrier.Way;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.InitiativeId;
import se.framsteg.ui.Fields;
import se.framsteg.ui.Page;

/** What a person has said about reminders, and what became of them. */
@Controller
class ReminderPages {
    private static final String NONE = "NONE";

    private final Reminders reminders;
    private final Clock clock;

    ReminderPages(Reminders reminders, Clock clock) {
        this.reminders = reminders;
        this.clock = clock;
    }

    @GetMapping("/cases/{id}/reminders")
    String see(Actor.Staff staff, @PathVariable CaseId id, @ModelAttribute("page") Page page, Model model) {
        var view = reminders.see(staff, id);
        return page(view, filled(view), page, model);
    }

    private Fields filled(Reminders.View view) {
        return Fields.empty()
                .with("version", view.version())
                .with("way", view.choice().map(ReminderPages::way).orElse(NONE))
                .with("partOfDay", view.choice().map(Choice::partOfDay).orElse(PartOfDay.ANY))
                .with("saidOn", LocalDate.now(clock));
    }

    private static String way(Choice choice) {
        return choice.way().map(Enum::name).orElse(NONE);
    }

    private static String page(Reminders.View view, Fields fields, Page page, Model model) {
        model.addAttribute("frame", view.frame());
        model.addAttribute("view", view);
        model.addAttribute("fields", fields);
        model.addAttribute("ways", ways(view, page));
        model.addAttribute("parts", parts(page));
        return "notification/reminders";
    }

    /** The ways to choose from, each with the number or address that it would go to. */
    private static Map<String, String> ways(Reminders.View view, Page page) {
        var ways = new LinkedHashMap<String, String>();
        ways.put(NONE, page.t("reminders.way.NONE"));
        for (var way : Way.values()) {
            var to = view.person().flatMap(person -> Reminders.address(person, way));
            ways.put(
                    way.name(),
                    to.map(address -> page.t("reminders.way." + way, address))
                            .orElseGet(() -> page.t("reminders.way.missing", way)));
        }
        return ways;
    }

    private static Map<String, String> parts(Page page) {
        var parts = new LinkedHashMap<String, String>();
        for (var part : PartOfDay.values()) {
            parts.put(part.name(), page.t("part-of-day", part));
        }
        return parts;
    }

    @PostMapping("/cases/{id}/reminders")
    String choose(
            Actor.Staff staff,
            @PathVariable CaseId id,
            Fields fields,
            @ModelAttribute("page") Page page,
            Model model,
            RedirectAttributes after) {
        var view = reminders.see(staff, id);
        var said = read(fields);
        if (fields.ok()) {
            switch (reminders.choose(staff, id, fields.version(), said)) {
                case Result.Done<?> _ -> {
                    after.addFlashAttribute("notice", "reminders.saved");
                    return "redirect:/cases/" + id + "/reminders";
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                case Result.Stale<?>() -> stale(view, fields);
            }
        }
        return page(view, fields, page, model);
    }

    /** The person's word is asked for with every yes: it is what makes sending lawful. */
    private static Reminders.Said read(Fields fields) {
        var none = fields.value("way").equals(NONE);
        var way = none ? Optional.<Way>empty() : Optional.of(fields.choice("way", Way.class, "reminders.way"));
        var part = fields.optionalChoice("partOfDay", PartOfDay.class).orElse(PartOfDay.ANY);
        var saidOn = fields.date("saidOn", "reminders.said-on");
        if (!none && !fields.checked("agreed")) {
            fields.fail("agreed", "reminders.agreed.required");
        }
        return new Reminders.Said(way, part, saidOn);
    }

    private static void stale(Reminders.View now, Fields fields) {
        if (now.changeable()) {
            fields.conflict(
                    now.choice()
                            .map(choice -> Map.of(
                                    "way",
                                    way(choice),
                                    "partOfDay",
                                    choice.partOfDay().name()))
                            .orElse(Map.of()),
                    now.version());
        } else {
            fields.fail("case.ended-meanwhile");
        }
    }

    @GetMapping("/initiatives/{id}/reminders")
    String ofInitiative(Actor.Staff staff, @PathVariable InitiativeId id, Model model) {
        model.addAttribute("initiative", id);
        model.addAttribute("view", reminders.ofInitiative(staff, id));
        return "notification/of-initiative";
    }
}
