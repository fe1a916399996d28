package se.framsteg.economy.calculation;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;
import se.framsteg.economy.amount.Amount;
import se.framsteg.economy.amount.Party;
import se.framsteg.economy.amount.Range;

/**
 * Works out what steps are worth (docs/economy.md): what a month after the steps is worth more than a month before, times the months that
 * the steps last, times the share that would not have taken them anyway, less what the initiative has cost. The cost counts in full from the
 * first day.
 */
public final class Reckoning {
    private final Assumptions assumptions;
    private final Worth worth;

    public Reckoning(Assumptions assumptions, Collection<Amount> amounts) {
        this.assumptions = assumptions;
        this.worth = new Worth(amounts);
    }

    Assumptions assumptions() {
        return assumptions;
    }

    Worth worth() {
        return worth;
    }

    /** What a month after all the steps is worth more to somebody than one before, if nobody would have taken them anyway. */
    public Range perMonth(Purse purse) {
        var sum = Range.ZERO;
        for (var change : assumptions.changes().entrySet()) {
            sum = sum.plus(worth.of(purse, change.getKey()).times(BigDecimal.valueOf(change.getValue())));
        }
        return sum;
    }

    /** The discounted months that one step comes to and would not have come to anyway. */
    public Range months(Horizon horizon) {
        var lasted = assumptions.lasting().months(assumptions.discount().yearly(), horizon.months());
        return lasted.times(assumptions.anyway().share().ofWhole());
    }

    /** What the steps are worth to somebody, before what the initiative costs. */
    public Range benefit(Purse purse, Horizon horizon) {
        return perMonth(purse).times(months(horizon));
    }

    /** What somebody has paid for the initiative; to society, all that has been paid. */
    public BigDecimal cost(Purse purse) {
        return purse == Purse.SOCIETY
                ? assumptions.wholeCost()
                : purse.parties().stream()
                        .filter(Party::pays)
                        .map(assumptions::cost)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What is left when the initiative is paid; below 0 when it cost more. */
    public Range net(Purse purse, Horizon horizon) {
        return benefit(purse, horizon).minus(cost(purse));
    }

    /** What is left for each krona paid: 0 when it came back. Empty for those who paid nothing. */
    public Optional<Range> netPerKrona(Purse purse, Horizon horizon) {
        var cost = cost(purse);
        if (cost.signum() == 0) {
            return Optional.empty();
        }
        var net = net(purse, horizon);
        return Optional.of(new Range(
                net.low().divide(cost, Curve.PRECISION),
                net.likely().divide(cost, Curve.PRECISION),
                net.high().divide(cost, Curve.PRECISION)));
    }

    public BreakEven breakEven(Purse purse) {
        return BreakEven.of(this, purse);
    }

    public Sensitivity sensitivity(Purse purse, Horizon horizon) {
        return new Sensitivity(this, purse, horizon);
    }

    /** What is likely to be left, if so many would have taken the step anyway and steps last so. */
    BigDecimal likelyNet(Purse purse, Horizon horizon, BigDecimal anyway, Curve lasting) {
        return likelyNet(purse, horizon.months(), perMonth(purse).likely(), anyway, lasting);
    }

    /** The same up to a month, and with another worth of a month after all the steps. */
    BigDecimal likelyNet(Purse purse, int until, BigDecimal perMonth, BigDecimal anyway, Curve lasting) {
        return perMonth.multiply(lasting.months(assumptions.discount().yearly(), until))
                .multiply(BigDecimal.ONE.subtract(anyway))
                .subtract(cost(purse));
    }
}
