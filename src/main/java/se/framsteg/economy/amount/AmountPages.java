package se.framsteg.economy.amount;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.economy.Economy;
import se.framsteg.shared.NotFoundException;
import se.framsteg.ui.Fields;
import se.framsteg.ui.Page;

/** The amounts that are reckoned with, and a form for a new one. */
@Controller
class AmountPages {
    private final Amounts amounts;
    private final Guard guard;
    private final Clock clock;

    AmountPages(Amounts amounts, Guard guard, Clock clock) {
        this.amounts = amounts;
        this.guard = guard;
        this.clock = clock;
    }

    /** Whether a month in a situation costs somebody or brings them something. */
    enum Direction {
        COSTS,
        BRINGS
    }

    @GetMapping("/economy/amounts")
    String see(Actor.Staff actor, @ModelAttribute("page") Page page, Model model) {
        model.addAttribute("view", amounts.see(actor, page.language()));
        return "economy/amounts";
    }

    /** Filled in from the amount that it replaces, if it is asked for from one. */
    @GetMapping("/economy/amounts/new")
    String blank(Actor.Staff actor, Fields asked, @ModelAttribute("page") Page page, Model model) {
        requireMayChange(actor);
        var today = LocalDate.now(clock);
        var fields = Fields.empty()
                .with("id", AmountId.create())
                .with("validFrom", today)
                .with("priceYear", today.getYear());
        var replaced = asked.optionalId("replaces", AmountId::of);
        amounts.see(actor, page.language()).holding().stream()
                .filter(one -> replaced.filter(one.id()::equals).isPresent())
                .findFirst()
                .ifPresent(one -> fillIn(fields, one));
        return form(fields, model);
    }

    /** Not the source of an example: whoever replaces it has another. */
    private static void fillIn(Fields fields, Amount replaced) {
        var costs = replaced.perMonth().likely().signum() < 0;
        var typed = costs ? replaced.perMonth().times(BigDecimal.ONE.negate()) : replaced.perMonth();
        fields.with("party", replaced.party())
                .with("situation", replaced.situation())
                .with("direction", costs ? Direction.COSTS : Direction.BRINGS)
                .with("amountLow", typed.low())
                .with("amountLikely", typed.likely())
                .with("amountHigh", typed.high());
        if (!replaced.example()) {
            fields.with("source", replaced.source()).with("note", replaced.note());
        }
    }

    @PostMapping("/economy/amounts/new")
    String add(Actor.Staff actor, Fields fields, Model model, RedirectAttributes after) {
        requireMayChange(actor);
        var id = fields.optionalId("id", AmountId::of).orElseThrow(NotFoundException::new);
        var details = read(fields);
        if (details.isPresent()) {
            amounts.add(actor, id, details.get());
            after.addFlashAttribute("notice", "economy.amount.added");
            return "redirect:/economy/amounts";
        }
        return form(fields, model);
    }

    private static Optional<Amount.Details> read(Fields fields) {
        var party = fields.choice("party", Party.class, "economy.amount.party");
        var situation = fields.choice("situation", Situation.class, "economy.amount.situation");
        var direction = fields.choice("direction", Direction.class, "economy.amount.direction");
        var typed = new TypedNumbers(fields).kronorRange("amount", Amount.HIGHEST);
        var priceYear = fields.number("priceYear", Amount.FIRST_PRICE_YEAR, 2100);
        var validFrom = fields.date("validFrom", "economy.amount.valid-from");
        var source = fields.required("source", Amount.LONGEST_SOURCE, "economy.amount.source");
        var note = fields.text("note", Amount.LONGEST_NOTE);
        return fields.ok()
                ? typed.map(range -> new Amount.Details(
                        party,
                        situation,
                        direction == Direction.COSTS ? range.times(BigDecimal.ONE.negate()) : range,
                        priceYear,
                        validFrom,
                        source,
                        note))
                : Optional.empty();
    }

    private void requireMayChange(Actor.Staff actor) {
        if (!guard.allows(actor, Action.CHANGE_ECONOMY_PARAMETERS, new Economy(actor.association()))) {
            throw new NotFoundException();
        }
    }

    private static String form(Fields fields, Model model) {
        model.addAttribute("fields", fields);
        return "economy/amount";
    }
}
