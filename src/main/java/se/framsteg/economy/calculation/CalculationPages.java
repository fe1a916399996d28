package se.framsteg.economy.calculation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.print.Printer;
import se.framsteg.shared.ChangedMeanwhileException;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.ui.Fields;
import se.framsteg.ui.Page;

/** What steps are worth: the list, the form page by page, the result on the screen and on paper, and the method in plain words. */
@Controller
class CalculationPages {
    private static final String SAVE = "save";

    private final Calculations calculations;
    private final Printer printer;
    private final Clock clock;

    CalculationPages(Calculations calculations, Printer printer, Clock clock) {
        this.calculations = calculations;
        this.printer = printer;
        this.clock = clock;
    }

    @GetMapping("/economy")
    String list(
            Actor.Staff actor,
            @RequestParam Optional<InitiativeId> initiative,
            @ModelAttribute("page") Page page,
            Model model) {
        model.addAttribute("listed", calculations.list(actor, initiative, page.language()));
        return "economy/list";
    }

    @GetMapping("/economy/method")
    String method(Actor.Staff actor) {
        calculations.offer(actor);
        return "economy/method";
    }

    @GetMapping("/economy/new")
    String blank(
            Actor.Staff actor,
            @RequestParam Optional<InitiativeId> initiative,
            @ModelAttribute("page") Page page,
            Model model) {
        var fields = CalculationForm.ofNew(CalculationId.create(), LocalDate.now(clock), page)
                .with("initiative", initiative.orElse(null));
        return newForm(offer(actor), fields, FormStep.WHAT, page, model);
    }

    @PostMapping("/economy/new")
    String add(
            Actor.Staff actor,
            Fields fields,
            @ModelAttribute("page") Page page,
            Model model,
            RedirectAttributes after) {
        var offer = offer(actor);
        var id = fields.optionalId("id", CalculationId::of).orElseThrow(NotFoundException::new);
        var initiative = fields.optionalId("initiative", InitiativeId::of);
        var form = new CalculationForm(fields);
        if (!offer.planned()
                && initiative.filter(offer.initiatives()::containsKey).isEmpty()) {
            fields.fail("initiative", "economy.initiative.required");
        }
        var step = step(fields, form);
        if (step.isEmpty()) {
            calculations.add(actor, id, initiative, form.name(), form.assumptions());
            return saved(id, after);
        }
        return newForm(
                offer, fields, fields.problem("initiative").isPresent() ? FormStep.WHAT : step.get(), page, model);
    }

    private Calculations.Offer offer(Actor.Staff actor) {
        var offer = calculations.offer(actor);
        if (!offer.any()) {
            throw new NotFoundException();
        }
        return offer;
    }

    private static String newForm(Calculations.Offer offer, Fields fields, FormStep step, Page page, Model model) {
        var initiatives = new LinkedHashMap<String, String>();
        offer.initiatives().forEach((id, name) -> initiatives.put(id.toString(), name));
        if (offer.planned()) {
            initiatives.put("", page.t("economy.initiative.planned"));
        }
        model.addAttribute("action", "/economy/new");
        model.addAttribute("back", "/economy");
        model.addAttribute("initiatives", initiatives);
        return form(fields, step, model);
    }

    private static String form(Fields fields, FormStep step, Model model) {
        model.addAttribute("step", step);
        model.addAttribute("fields", fields);
        return "economy/form";
    }

    /** The page of the form to show next; none if all is well and it is to be saved. */
    private static Optional<FormStep> step(Fields fields, CalculationForm form) {
        var now = FormStep.WHAT.or(fields.value("step"));
        if (fields.has("to", SAVE)) {
            return form.readAll();
        }
        var wanted = now.or(fields.value("to"));
        return Optional.of(wanted.compareTo(now) <= 0 || form.read(now) ? wanted : now);
    }

    @GetMapping("/economy/{id}/edit")
    String edit(Actor.Staff actor, @PathVariable CalculationId id, @ModelAttribute("page") Page page, Model model) {
        var now = changeable(actor, id, page);
        return editForm(now, CalculationForm.of(now.calculation()), FormStep.WHAT, model);
    }

    @PostMapping("/economy/{id}/edit")
    String change(
            Actor.Staff actor,
            @PathVariable CalculationId id,
            Fields fields,
            @ModelAttribute("page") Page page,
            Model model,
            RedirectAttributes after) {
        var now = changeable(actor, id, page);
        var form = new CalculationForm(fields);
        var step = step(fields, form);
        if (step.isEmpty()) {
            try {
                calculations.change(actor, id, fields.version(), form.name(), form.assumptions());
                return saved(id, after);
            } catch (ChangedMeanwhileException _) {
                now = changeable(actor, id, page);
                fields.fail("economy.meanwhile");
                fields.with("version", now.calculation().number());
            }
        }
        return editForm(now, fields, step.orElse(FormStep.WHAT.or(fields.value("step"))), model);
    }

    private Calculations.View changeable(Actor.Staff actor, CalculationId id, Page page) {
        var view = calculations.see(actor, id, Optional.empty(), page.language());
        if (!view.mayChange()) {
            throw new NotFoundException();
        }
        return view;
    }

    private static String editForm(Calculations.View now, Fields fields, FormStep step, Model model) {
        model.addAttribute("action", "/economy/" + now.calculation().id() + "/edit");
        model.addAttribute("back", "/economy/" + now.calculation().id());
        model.addAttribute("initiatives", Map.of());
        return form(fields, step, model);
    }

    private static String saved(CalculationId id, RedirectAttributes after) {
        after.addFlashAttribute("notice", "economy.saved");
        return "redirect:/economy/" + id;
    }

    @PostMapping("/economy/{id}/remove")
    String remove(Actor.Staff actor, @PathVariable CalculationId id, RedirectAttributes after) {
        calculations.remove(actor, id);
        after.addFlashAttribute("notice", "economy.removed");
        return "redirect:/economy";
    }

    @GetMapping("/economy/{id}")
    String see(
            Actor.Staff actor,
            @PathVariable CalculationId id,
            @RequestParam Optional<String> version,
            @RequestParam Optional<String> purse,
            @RequestParam Optional<String> horizon,
            @ModelAttribute("page") Page page,
            Model model) {
        model.addAttribute("view", calculations.see(actor, id, version.map(CalculationPages::number), page.language()));
        model.addAttribute("purse", chosen(Purse.class, purse, Purse.SOCIETY));
        model.addAttribute("horizon", chosen(Horizon.class, horizon, Horizon.FIVE_YEARS));
        return "economy/result";
    }

    @GetMapping("/economy/{id}/paper.pdf")
    ResponseEntity<byte[]> paper(
            Actor.Staff actor,
            @PathVariable CalculationId id,
            @RequestParam Optional<String> version,
            @ModelAttribute("page") Page page) {
        var view = calculations.see(actor, id, version.map(CalculationPages::number), page.language());
        return printer.print(page.t("economy.paper.file"), "economy/paper", Map.of("page", page, "view", view))
                .answer();
    }

    /** @return 0, which no version has, for what is no number */
    private static int number(String text) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }

    private static <E extends Enum<E>> E chosen(Class<E> type, Optional<String> name, E otherwise) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> name.filter(one.name()::equals).isPresent())
                .findFirst()
                .orElse(otherwise);
    }
}
