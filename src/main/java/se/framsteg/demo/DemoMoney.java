package se.framsteg.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import se.framsteg.demo.DemoPlaces.Kind;
import se.framsteg.demo.DemoPlaces.Workplace;
import se.framsteg.initiative.money.Cost;
import se.framsteg.initiative.money.CostId;
import se.framsteg.initiative.money.Funder;
import se.framsteg.initiative.money.FunderId;
import se.framsteg.initiative.money.InitiativeMoney;
import se.framsteg.initiative.terms.InitiativeTerms;
import se.framsteg.initiative.terms.Terms;

/** What the initiatives were granted, are to cost by month and year and have cost, and what was agreed on. */
@Component
@ConditionalOnProperty("framsteg.demo.enabled")
class DemoMoney {
    /** How much of the budget of three months was paid, in thousandths, one after the other. */
    private static final List<Integer> PAID = List.of(870, 940, 1010, 985, 1032, 960);

    private final InitiativeMoney money;
    private final InitiativeTerms terms;

    DemoMoney(InitiativeMoney money, InitiativeTerms terms) {
        this.money = money;
        this.terms = terms;
    }

    void grant(List<Workplace> workplaces, LocalDate start, LocalDate end, LocalDate today) {
        for (var at : workplaces) {
            var monthly = monthly(at);
            budget(at, monthly, start, end);
            paid(at, monthly, start, today);
            agree(at, monthly, start, end);
        }
    }

    /** Who pays, and how much a month. */
    private Map<FunderId, Long> monthly(Workplace at) {
        var ips = at.kind() == Kind.IPS;
        var monthly = new LinkedHashMap<FunderId, Long>();
        monthly.put(funder(at, Funder.Kind.ASSOCIATION, "", false), ips ? 96_500L : 142_000L);
        monthly.put(funder(at, Funder.Kind.KOMMUN, at.municipality(), true), ips ? 18_750L : 27_300L);
        if (!ips) {
            monthly.put(funder(at, Funder.Kind.FK, "", true), 11_250L);
            monthly.put(funder(at, Funder.Kind.AF, "", true), 11_250L);
            monthly.put(funder(at, Funder.Kind.REGION, "", true), 14_600L);
        }
        return monthly;
    }

    private FunderId funder(Workplace at, Funder.Kind kind, String name, boolean inKind) {
        var id = FunderId.create();
        money.add(at.lead(), at.initiative(), new Funder(id, kind, name, inKind, 0));
        return id;
    }

    private void budget(Workplace at, Map<FunderId, Long> monthly, LocalDate start, LocalDate end) {
        for (int year = start.getYear(); year <= end.getYear(); year++) {
            var months = 0;
            for (var month = start; month.isBefore(end); month = month.plusMonths(1)) {
                months += month.getYear() == year ? 1 : 0;
            }
            var amounts = new HashMap<FunderId, Long>();
            for (var funder : monthly.entrySet()) {
                amounts.put(funder.getKey(), funder.getValue() * months);
            }
            money.setBudget(at.lead(), at.initiative(), year, amounts, 0);
        }
    }

    private void paid(Workplace at, Map<FunderId, Long> monthly, LocalDate start, LocalDate today) {
        var number = 0;
        for (var after = start.plusMonths(3); !after.isAfter(today); after = after.plusMonths(3)) {
            var thousandths = PAID.get(number++ % PAID.size());
            for (var funder : monthly.entrySet()) {
                var amount = funder.getValue() * 3 * thousandths / 1000;
                money.enter(
                        at.lead(),
                        at.initiative(),
                        new Cost(
                                CostId.create(),
                                funder.getKey(),
                                after.minusDays(1),
                                amount,
                                "Tre månaders arbete i insatsen",
                                "Verifikation " + (1000 + number * 17),
                                Optional.empty()));
            }
        }
    }

    private void agree(Workplace at, Map<FunderId, Long> monthly, LocalDate start, LocalDate end) {
        var months = start.until(end.plusDays(1)).toTotalMonths();
        var sum = monthly.values().iterator().next() * months;
        var ips = at.kind() == Kind.IPS;
        var decided = start.minusMonths(2);
        terms.save(
                at.lead(),
                at.initiative(),
                new Terms(
                        ips
                                ? "I kommunen finns personer som vill arbeta men som trots flera insatser inte har"
                                      + " kommit vidare. Psykisk ohälsa eller en funktionsnedsättning sätter gränser i"
                                      + " vardagen, och stöden från parterna har inte hängt ihop."
                                : "Många som är långt från arbetsmarknaden möter fyra myndigheter samtidigt. Ingen av"
                                        + " dem har hela bilden, och den som behöver stödet får hålla ihop det själv.",
                        ips
                                ? "Den som vill arbeta får stöd att hitta, få och behålla ett jobb på den öppna"
                                        + " arbetsmarknaden, och metoden blir en del av kommunens vanliga arbete."
                                : "Ett team från parterna möter personen samlat, så att vägen mot arbete eller studier"
                                        + " blir kortare och tydligare.",
                        ips
                                ? "En coach arbetar efter IPS: alla som vill arbeta är välkomna, sökandet börjar"
                                        + " direkt och stödet fortsätter på jobbet. Samtidigt utbildas medarbetare,"
                                        + " chefer och förtroendevalda."
                                : "Teamet träffas varje vecka, planerar tillsammans med personen och följer var tredje"
                                        + " månad hur det går.",
                        Optional.of(sum),
                        Optional.of(start.minusMonths(4)),
                        Optional.of(decided),
                        "SN " + decided.getYear() + "/" + (ips ? 41 : 17),
                        Optional.of(decided.plusDays(20)),
                        "Avtal " + decided.getYear() + ":" + (ips ? 9 : 4)),
                0);
    }
}
