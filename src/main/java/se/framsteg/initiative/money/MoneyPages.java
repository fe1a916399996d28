package se.framsteg.initiative.money;

import java.util.HashMap;
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
import se.framsteg.initiative.FreeWords;
import se.framsteg.initiative.Kronor;
import se.framsteg.shared.ChangedMeanwhileException;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.ui.Fields;

/** An initiative's money: the table, who pays, and the budget of a year. */
@Controller
@RequestMapping("/initiatives/{id}/money")
class MoneyPages {
    private static final int LONGEST_NAME = 200;

    private final InitiativeMoney money;

    MoneyPages(InitiativeMoney money) {
        this.money = money;
    }

    @GetMapping
    String see(Actor.Staff actor, @PathVariable InitiativeId id, Model model) {
        model.addAttribute("view", money.see(actor, id));
        return "initiative/money/money";
    }

    @GetMapping("/parties")
    String funders(Actor.Staff actor, @PathVariable InitiativeId id, Model model) {
        return funders(money.toChange(actor, id), Fields.empty().with("id", FunderId.create()), model);
    }

    @PostMapping("/parties")
    String add(Actor.Staff actor, @PathVariable InitiativeId id, Fields fields, Model model, RedirectAttributes after) {
        var view = money.toChange(actor, id);
        var funder = new Funder(
                fields.optionalId("id", FunderId::of).orElseThrow(NotFoundException::new),
                fields.choice("kind", Funder.Kind.class, "money.party.kind"),
                FreeWords.read(fields, "name", LONGEST_NAME),
                fields.checked("inKind"),
                0);
        if (fields.ok() && funder.kind() == Funder.Kind.OTHER && funder.name().isEmpty()) {
            fields.fail("name", "money.party.name.required");
        }
        if (fields.ok()) {
            money.add(actor, id, funder);
            return done(id, "/parties", "money.party.added", after);
        }
        return funders(view, fields, model);
    }

    @PostMapping("/parties/{partyId}/remove")
    String remove(
            Actor.Staff actor,
            @PathVariable InitiativeId id,
            @PathVariable FunderId partyId,
            Fields fields,
            RedirectAttributes after) {
        try {
            money.remove(actor, id, partyId, fields.version());
            return done(id, "/parties", "money.party.removed", after);
        } catch (FunderPaysException e) {
            return done(id, "/parties", "money.party.pays", after);
        } catch (ChangedMeanwhileException e) {
            return done(id, "/parties", "affairs.changed-meanwhile", after);
        }
    }

    private static String funders(InitiativeMoney.View view, Fields fields, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("fields", fields);
        return "initiative/money/parties";
    }

    @GetMapping("/budget/{year}")
    String budget(Actor.Staff actor, @PathVariable InitiativeId id, @PathVariable int year, Model model) {
        var now = money.budget(actor, id, year);
        var fields = Fields.empty().with("version", now.version());
        written(now).forEach(fields::with);
        return budget(now, fields, model);
    }

    @PostMapping("/budget/{year}")
    String setBudget(
            Actor.Staff actor,
            @PathVariable InitiativeId id,
            @PathVariable int year,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        var now = money.budget(actor, id, year);
        var amounts = new HashMap<FunderId, Long>();
        for (var funder : now.funders()) {
            amounts.put(funder.id(), Kronor.read(fields, field(funder)).orElse(0L));
        }
        if (fields.ok()) {
            try {
                money.setBudget(actor, id, year, amounts, fields.version());
                return done(id, "", "money.budget.saved", after);
            } catch (ChangedMeanwhileException e) {
                var saved = money.budget(actor, id, year);
                fields.conflict(written(saved), saved.version());
                return budget(saved, fields, model);
            }
        }
        return budget(now, fields, model);
    }

    /** The field of what somebody is to pay. */
    static String field(Funder funder) {
        return "amount-" + funder.id();
    }

    private static Map<String, String> written(InitiativeMoney.Budget budget) {
        var written = new LinkedHashMap<String, String>();
        for (var funder : budget.funders()) {
            written.put(
                    field(funder),
                    Kronor.typed(Optional.ofNullable(budget.budget().get(funder.id()))));
        }
        return written;
    }

    private static String budget(InitiativeMoney.Budget budget, Fields fields, Model model) {
        model.addAttribute("budget", budget);
        model.addAttribute("fields", fields);
        return "initiative/money/budget";
    }

    private static String done(InitiativeId id, String rest, String notice, RedirectAttributes after) {
        after.addFlashAttribute("notice", notice);
        return "redirect:/initiatives/" + id + "/money" + rest;
    }
}
