package se.framsteg.initiative.money;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.initiative.FreeWords;
import se.framsteg.initiative.Kronor;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.ui.Fields;

/** What has been paid for an initiative: the list, entering and taking back. */
@Controller
@RequestMapping("/initiatives/{id}/money/costs")
class CostPages {
    private static final int LONGEST_WORDS = 500;
    private static final int LONGEST_REFERENCE = 200;

    private final InitiativeMoney money;
    private final Clock clock;

    CostPages(InitiativeMoney money, Clock clock) {
        this.money = money;
        this.clock = clock;
    }

    @GetMapping
    String see(Actor.Staff actor, @PathVariable InitiativeId id, Model model) {
        model.addAttribute("view", money.costs(actor, id));
        return "initiative/money/costs";
    }

    @GetMapping("/new")
    String blank(Actor.Staff actor, @PathVariable InitiativeId id, Model model) {
        var fields = Fields.empty().with("id", CostId.create()).with("on", LocalDate.now(clock));
        return form(money.toChange(actor, id), fields, model);
    }

    @PostMapping("/new")
    String enter(
            Actor.Staff actor, @PathVariable InitiativeId id, Fields fields, Model model, RedirectAttributes after) {
        var view = money.toChange(actor, id);
        var cost = read(fields, view);
        if (fields.ok()) {
            money.enter(actor, id, cost);
            return done(id, "money.cost.added", after);
        }
        return form(view, fields, model);
    }

    private Cost read(Fields fields, InitiativeMoney.View view) {
        var id = fields.optionalId("id", CostId::of).orElseThrow(NotFoundException::new);
        var funder = fields.optionalId("party", FunderId::of)
                .filter(chosen ->
                        view.funders().stream().anyMatch(one -> one.id().equals(chosen)));
        if (funder.isEmpty()) {
            fields.fail("party", "money.cost.party.required");
        }
        var amount = Kronor.read(fields, "amount");
        if (amount.isEmpty()) {
            fields.fail("amount", "money.cost.amount.required");
        }
        var on = fields.date("on", "money.cost.on");
        if (on.isAfter(LocalDate.now(clock))) {
            fields.fail("on", "money.cost.future");
        }
        return new Cost(
                id,
                funder.orElseGet(FunderId::create),
                on,
                amount.orElse(0L),
                FreeWords.required(fields, "words", LONGEST_WORDS, "money.cost.words"),
                FreeWords.read(fields, "reference", LONGEST_REFERENCE),
                Optional.empty());
    }

    private static String form(InitiativeMoney.View view, Fields fields, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("fields", fields);
        return "initiative/money/cost";
    }

    @GetMapping("/{costId}/remove")
    String askToTakeBack(Actor.Staff actor, @PathVariable InitiativeId id, @PathVariable CostId costId, Model model) {
        return takeBack(id, money.cost(actor, id, costId), Fields.empty(), model);
    }

    @PostMapping("/{costId}/remove")
    String takeBack(
            Actor.Staff actor,
            @PathVariable InitiativeId id,
            @PathVariable CostId costId,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        var reason = FreeWords.required(fields, "reason", LONGEST_WORDS, "affairs.reason");
        if (fields.ok()) {
            money.takeBack(actor, id, costId, reason);
            return done(id, "money.cost.taken-back", after);
        }
        return takeBack(id, money.cost(actor, id, costId), fields, model);
    }

    private static String takeBack(InitiativeId id, Cost cost, Fields fields, Model model) {
        model.addAttribute("initiative", id);
        model.addAttribute("cost", cost);
        model.addAttribute("fields", fields);
        return "initiative/money/take-back";
    }

    private static String done(InitiativeId id, String notice, RedirectAttributes after) {
        after.addFlashAttribute("notice", notice);
        return "redirect:/initiatives/" + id + "/money/costs";
    }
}
