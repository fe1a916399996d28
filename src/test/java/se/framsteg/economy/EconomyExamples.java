package se.framsteg.economy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ListableBeanFactory;
import se.framsteg.access.Actor;
import se.framsteg.economy.amount.Amount;
import se.framsteg.economy.amount.AmountId;
import se.framsteg.economy.amount.Amounts;
import se.framsteg.economy.amount.Party;
import se.framsteg.economy.amount.Range;
import se.framsteg.economy.amount.Situation;
import se.framsteg.economy.calculation.Assumptions;
import se.framsteg.economy.calculation.CalculationId;
import se.framsteg.economy.calculation.Calculations;
import se.framsteg.economy.calculation.Lasting;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.Time;

/** Amounts and calculations, by the doors. */
public final class EconomyExamples {
    private final Amounts amounts;
    private final Calculations calculations;

    public EconomyExamples(ListableBeanFactory beans) {
        amounts = beans.getBean(Amounts.class);
        calculations = beans.getBean(Calculations.class);
    }

    public CalculationId calculation(Actor.Staff by, Optional<InitiativeId> initiative, String name) {
        var id = CalculationId.create();
        calculations.add(by, id, initiative, name, twentyToWork());
        return id;
    }

    /** Twenty from social assistance to work, the initiative paid by the kommun. */
    public static Assumptions twentyToWork() {
        return new Assumptions(
                "Slutrapporten, sidan 12",
                List.of(new Assumptions.Move(Situation.SOCIAL_ASSISTANCE, Situation.OPEN_WORK, 20)),
                new Lasting(shares("0.45", "0.6", "0.75"), shares("0.25", "0.4", "0.55"), ""),
                new Assumptions.Anyway(shares("0.1", "0.25", "0.4"), "Gruppen som fick vänta"),
                Map.of(Party.KOMMUN, BigDecimal.valueOf(3_000_000)),
                "",
                new Assumptions.Discount(new BigDecimal("0.03"), "Förslaget"),
                2025);
    }

    private static Range shares(String low, String likely, String high) {
        return new Range(new BigDecimal(low), new BigDecimal(likely), new BigDecimal(high));
    }

    /** An amount of the association's own, that holds from today. */
    public void amount(Actor.Staff officer, Party party, Situation situation, long likely, LocalDate from) {
        var range = Range.of(likely - 1000, likely, likely + 1000);
        amounts.add(
                officer,
                AmountId.create(),
                new Amount.Details(party, situation, range, from.getYear(), from, "Bokslutet", ""));
    }

    public static LocalDate today() {
        return LocalDate.now(Time.SWEDEN);
    }
}
