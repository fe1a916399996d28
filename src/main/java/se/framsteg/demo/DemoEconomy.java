package se.framsteg.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import se.framsteg.access.Actor;
import se.framsteg.demo.DemoPlaces.Kind;
import se.framsteg.demo.DemoPlaces.Workplace;
import se.framsteg.economy.amount.Amount;
import se.framsteg.economy.amount.AmountId;
import se.framsteg.economy.amount.Amounts;
import se.framsteg.economy.amount.Party;
import se.framsteg.economy.amount.Range;
import se.framsteg.economy.amount.Situation;
import se.framsteg.economy.calculation.Assumptions;
import se.framsteg.economy.calculation.Assumptions.Anyway;
import se.framsteg.economy.calculation.Assumptions.Discount;
import se.framsteg.economy.calculation.Assumptions.Move;
import se.framsteg.economy.calculation.CalculationId;
import se.framsteg.economy.calculation.Calculations;
import se.framsteg.economy.calculation.Lasting;
import se.framsteg.organisation.StaffRegister;

/** Two amounts of the association's own among the examples, and what the steps of the IPS initiative are worth. */
@Component
@ConditionalOnProperty("framsteg.demo.enabled")
class DemoEconomy {
    private final Amounts amounts;
    private final Calculations calculations;
    private final StaffRegister staff;

    DemoEconomy(Amounts amounts, Calculations calculations, StaffRegister staff) {
        this.amounts = amounts;
        this.calculations = calculations;
        this.staff = staff;
    }

    void calculate(List<Workplace> workplaces, LocalDate today) {
        var officer = staff.credentials("ingrid@kansli.example")
                .flatMap(one -> staff.actor(one.staff()))
                .orElseThrow();
        var first = today.minusMonths(3);
        DemoClock.on(first, () -> {
            amount(officer, Party.KOMMUN, Situation.SOCIAL_ASSISTANCE, Range.of(-14_000, -11_500, -9_000), first);
            amount(officer, Party.SOCIETY, Situation.OPEN_WORK, Range.of(24_000, 33_000, 42_000), first);
            return true;
        });
        workplaces.stream()
                .filter(place -> place.kind() == Kind.IPS)
                .forEach(place -> DemoClock.on(today.minusDays(20), () -> {
                    calculations.add(
                            place.lead(),
                            CalculationId.create(),
                            Optional.of(place.initiative()),
                            "Insatsens första 18 månader",
                            assumed(today.getYear()));
                    return true;
                }));
    }

    private void amount(Actor.Staff officer, Party party, Situation situation, Range perMonth, LocalDate from) {
        amounts.add(
                officer,
                AmountId.create(),
                new Amount.Details(
                        party, situation, perMonth, from.getYear(), from, "Påhittat för demonstrationen", ""));
    }

    /** Ten of twenty-five are to go on, as the goal is; of those with work, in the Swedish study of IPS, 11 of 46 would have had it anyway. */
    private static Assumptions assumed(int year) {
        return new Assumptions(
                "Insatsens mål: 10 av 25 ska gå vidare",
                List.of(
                        new Move(Situation.SICKNESS_COMPENSATION, Situation.OPEN_WORK, 5),
                        new Move(Situation.SOCIAL_ASSISTANCE, Situation.SUBSIDISED_WORK, 5)),
                new Lasting(shares(40, 60, 75), shares(20, 40, 60), "Styrgruppens bedömning"),
                new Anyway(
                        shares(15, 24, 40), "Svensk studie av IPS: 46 % fick arbete, 11 % i jämförelsegruppen (11/46)"),
                Map.of(
                        Party.FK, BigDecimal.valueOf(700_000),
                        Party.KOMMUN, BigDecimal.valueOf(350_000),
                        Party.REGION, BigDecimal.valueOf(350_000)),
                "Påhittat för demonstrationen",
                new Discount(new BigDecimal("0.03"), "TLV:s allmänna råd för hälsoekonomiska utvärderingar: 3 procent"),
                year);
    }

    private static Range shares(int low, int likely, int high) {
        return new Range(BigDecimal.valueOf(low, 2), BigDecimal.valueOf(likely, 2), BigDecimal.valueOf(high, 2));
    }
}
