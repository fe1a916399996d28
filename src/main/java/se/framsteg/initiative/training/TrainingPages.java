package se.framsteg.initiative.training;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
import se.framsteg.initiative.training.Course.Depth;
import se.framsteg.initiative.training.Training.When;
import se.framsteg.initiative.training.Training.Who;
import se.framsteg.initiative.training.TrainingView.Numbers;
import se.framsteg.shared.ChangedMeanwhileException;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.StaffId;
import se.framsteg.ui.Fields;
import se.framsteg.ui.Page;

/** Who has learnt the method, against the goal; forms for many at once, for one, and for the goal. */
@Controller
class TrainingPages {
    /** Instead of a course: one that is not among them. */
    private static final String OWN = "OWN";

    private static final int LONGEST_LINE = 200;
    private static final int MOST_AT_ONCE = 100;

    private final Trainings trainings;
    private final Clock clock;

    TrainingPages(Trainings trainings, Clock clock) {
        this.trainings = trainings;
        this.clock = clock;
    }

    @GetMapping("/initiatives/{id}/training")
    String see(Actor.Staff actor, @PathVariable InitiativeId id, @ModelAttribute("page") Page page, Model model) {
        model.addAttribute("view", trainings.see(actor, id, page.language()));
        return "initiative/training/training";
    }

    @GetMapping("/initiatives/{id}/training/new")
    String blank(Actor.Staff actor, @PathVariable InitiativeId id, @ModelAttribute("page") Page page, Model model) {
        return newForm(actor, id, Fields.empty().with("id", TrainingId.create()), page, model);
    }

    @PostMapping("/initiatives/{id}/training/new")
    String register(
            Actor.Staff actor,
            @PathVariable InitiativeId id,
            Fields fields,
            @ModelAttribute("page") Page page,
            Model model,
            RedirectAttributes after) {
        var choices = trainings.choices(actor, id, page.language());
        var form = fields.optionalId("id", TrainingId::of).orElseThrow(NotFoundException::new);
        var people = people(fields, choices);
        var own = own(fields);
        var course = own.isPresent() ? Optional.<CourseId>empty() : course(fields, choices);
        var when = when(fields);
        if (fields.ok()) {
            var taken = own.map(written -> trainings.write(actor, id, written))
                    .or(() -> course)
                    .orElseThrow();
            trainings.register(actor, id, form, people, taken, when);
            return done(id, "training.registered", after);
        }
        return newForm(actor, id, fields, page, model);
    }

    private static List<Who> people(Fields fields, Trainings.Choices choices) {
        var people = new ArrayList<Who>();
        fields.ids("colleagues", StaffId::of).stream()
                .filter(choices.colleagues()::containsKey)
                .forEach(one -> people.add(new Who.Colleague(one)));
        fields.text("others", 20_000)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> {
                    var comma = line.indexOf(',');
                    var name = (comma < 0 ? line : line.substring(0, comma)).strip();
                    var role = comma < 0 ? "" : line.substring(comma + 1).strip();
                    if (name.isEmpty() || name.length() > LONGEST_LINE || role.length() > LONGEST_LINE) {
                        fields.fail("others", "training.others.line", LONGEST_LINE);
                    } else {
                        people.add(new Who.Other(name, role));
                    }
                });
        if (people.isEmpty()) {
            fields.fail("colleagues", "training.who.required");
        }
        if (people.size() > MOST_AT_ONCE) {
            fields.fail("others", "training.others.too-many", MOST_AT_ONCE);
        }
        return people;
    }

    private static Optional<Course.Written> own(Fields fields) {
        if (!fields.has("course", OWN)) {
            return Optional.empty();
        }
        var days = fields.value("ownDays").isBlank()
                ? Optional.<Integer>empty()
                : Optional.of(fields.number("ownDays", 1, 60));
        return Optional.of(new Course.Written(
                fields.required("ownName", LONGEST_LINE, "training.own-name"),
                days,
                fields.choice("ownDepth", Depth.class, "training.own-depth")));
    }

    private static Optional<CourseId> course(Fields fields, Trainings.Choices choices) {
        var chosen = fields.optionalId("course", CourseId::of)
                .filter(one -> choices.courses().stream()
                        .anyMatch(course -> course.id().equals(one)));
        if (chosen.isEmpty()) {
            fields.fail("course", "training.course.required");
        }
        return chosen;
    }

    private When when(Fields fields) {
        var when = new When(fields.optionalDate("planned"), fields.optionalDate("done"));
        when.faults(LocalDate.now(clock)).forEach(fault -> fields.fail(fault.field(), fault.key()));
        return when;
    }

    private String newForm(Actor.Staff actor, InitiativeId id, Fields fields, Page page, Model model) {
        var choices = trainings.choices(actor, id, page.language());
        var courses = courses(choices, page);
        courses.put(OWN, page.t("training.course.own"));
        model.addAttribute("initiative", id);
        model.addAttribute("colleagues", choices.colleagues());
        model.addAttribute("courses", courses);
        model.addAttribute("fields", fields);
        return "initiative/training/new";
    }

    private static Map<String, String> courses(Trainings.Choices choices, Page page) {
        var courses = new LinkedHashMap<String, String>();
        choices.courses()
                .forEach(course -> courses.put(
                        course.id().toString(),
                        course.days()
                                .map(days -> page.t("training.course.days", course.name(), days))
                                .orElse(course.name())));
        return courses;
    }

    @GetMapping("/initiatives/{id}/training/{trainingId}")
    String see(
            Actor.Staff actor,
            @PathVariable InitiativeId id,
            @PathVariable TrainingId trainingId,
            @ModelAttribute("page") Page page,
            Model model) {
        var person = trainings.see(actor, id, trainingId, page.language());
        var fields = Fields.empty().with("version", person.training().version());
        written(person).forEach(fields::with);
        return form(actor, id, person, fields, page, model);
    }

    @PostMapping("/initiatives/{id}/training/{trainingId}")
    String change(
            Actor.Staff actor,
            @PathVariable InitiativeId id,
            @PathVariable TrainingId trainingId,
            Fields fields,
            @ModelAttribute("page") Page page,
            Model model,
            RedirectAttributes after) {
        var now = trainings.see(actor, id, trainingId, page.language());
        var who = now.training().who() instanceof Who.Colleague colleague
                ? colleague
                : new Who.Other(
                        fields.required("name", LONGEST_LINE, "training.name"), fields.text("role", LONGEST_LINE));
        var course = course(fields, trainings.choices(actor, id, page.language()));
        var when = when(fields);
        if (fields.ok()) {
            try {
                trainings.change(actor, id, trainingId, fields.version(), who, course.orElseThrow(), when);
                return done(id, "training.changed", after);
            } catch (ChangedMeanwhileException e) {
                var saved = trainings.see(actor, id, trainingId, page.language());
                fields.conflict(written(saved), saved.training().version());
            }
        }
        return form(actor, id, now, fields, page, model);
    }

    @PostMapping("/initiatives/{id}/training/{trainingId}/remove")
    String remove(
            Actor.Staff actor,
            @PathVariable InitiativeId id,
            @PathVariable TrainingId trainingId,
            Fields fields,
            RedirectAttributes after) {
        try {
            trainings.remove(actor, id, trainingId, fields.version());
            return done(id, "training.removed", after);
        } catch (ChangedMeanwhileException e) {
            after.addFlashAttribute("notice", "training.changed-meanwhile");
            return "redirect:/initiatives/" + id + "/training/" + trainingId;
        }
    }

    private static Map<String, String> written(TrainingView.Person person) {
        var training = person.training();
        return Map.of(
                "name", person.name(),
                "role", person.role(),
                "course", training.course().toString(),
                "planned", training.when().planned().map(LocalDate::toString).orElse(""),
                "done", training.when().done().map(LocalDate::toString).orElse(""));
    }

    private String form(
            Actor.Staff actor, InitiativeId id, TrainingView.Person person, Fields fields, Page page, Model model) {
        model.addAttribute("initiative", id);
        model.addAttribute("person", person);
        model.addAttribute("courses", courses(trainings.choices(actor, id, page.language()), page));
        model.addAttribute("fields", fields);
        return "initiative/training/one";
    }

    @GetMapping("/initiatives/{id}/training/goal")
    String goal(Actor.Staff actor, @PathVariable InitiativeId id, @ModelAttribute("page") Page page, Model model) {
        var goal = changeable(actor, id, page).goal();
        var fields = Fields.empty()
                .with("version", goal.map(TrainingView.Goal::version).orElse(0))
                .with("inDepth", goal.map(one -> one.numbers().inDepth()).orElse(null))
                .with("oneDay", goal.map(one -> one.numbers().oneDay()).orElse(null));
        return goalForm(id, fields, model);
    }

    @PostMapping("/initiatives/{id}/training/goal")
    String setGoal(
            Actor.Staff actor,
            @PathVariable InitiativeId id,
            Fields fields,
            @ModelAttribute("page") Page page,
            Model model,
            RedirectAttributes after) {
        changeable(actor, id, page);
        var goal = new Numbers(fields.number("inDepth", 0, 10_000), fields.number("oneDay", 0, 10_000));
        if (fields.ok()) {
            try {
                trainings.setGoal(actor, id, fields.version(), goal);
                return done(id, "training.goal.set", after);
            } catch (ChangedMeanwhileException e) {
                trainings
                        .see(actor, id, page.language())
                        .goal()
                        .ifPresent(now -> fields.conflict(
                                Map.of(
                                        "inDepth", String.valueOf(now.numbers().inDepth()),
                                        "oneDay", String.valueOf(now.numbers().oneDay())),
                                now.version()));
            }
        }
        return goalForm(id, fields, model);
    }

    private TrainingView changeable(Actor.Staff actor, InitiativeId id, Page page) {
        var view = trainings.see(actor, id, page.language());
        if (view.people().isEmpty()) {
            throw new NotFoundException();
        }
        return view;
    }

    private static String goalForm(InitiativeId id, Fields fields, Model model) {
        model.addAttribute("initiative", id);
        model.addAttribute("fields", fields);
        return "initiative/training/goal";
    }

    private static String done(InitiativeId id, String notice, RedirectAttributes after) {
        after.addFlashAttribute("notice", notice);
        return "redirect:/initiatives/" + id + "/training";
    }
}
