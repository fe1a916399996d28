package se.framsteg.economy.calculation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import se.framsteg.economy.amount.Range;

/**
 * What it takes for an initiative to have paid for itself within five years to somebody, each taken by itself while all else is as likely.
 *
 * @param paysNothing whether there is nothing to pay back
 * @param steps how many steps, spread as they are; none if no number is enough
 * @param months the first month in which it has; none if that takes more than five years
 * @param anyway the highest share that may have taken the step anyway, 0–1; none if not even 0 is low enough
 */
public record BreakEven(
        boolean paysNothing, Optional<BigDecimal> steps, Optional<Integer> months, Optional<BigDecimal> anyway) {
    static BreakEven of(Reckoning reckoning, Purse purse) {
        var cost = reckoning.cost(purse);
        return new BreakEven(
                cost.signum() == 0,
                steps(reckoning, purse, cost),
                months(reckoning, purse),
                anyway(reckoning, purse, cost));
    }

    private static Optional<BigDecimal> steps(Reckoning reckoning, Purse purse, BigDecimal cost) {
        var persons = BigDecimal.valueOf(reckoning.assumptions().persons());
        var benefit = reckoning.benefit(purse, Horizon.FIVE_YEARS).likely();
        return benefit.signum() <= 0
                ? Optional.empty()
                : Optional.of(
                        cost.multiply(persons).divide(benefit, Curve.PRECISION).setScale(0, RoundingMode.CEILING));
    }

    private static Optional<Integer> months(Reckoning reckoning, Purse purse) {
        var anyway = reckoning.assumptions().anyway().share().likely();
        var lasting = reckoning.assumptions().lasting().likely();
        var perMonth = reckoning.perMonth(purse).likely();
        for (int month = 1; month <= Horizon.FIVE_YEARS.months(); month++) {
            if (reckoning.likelyNet(purse, month, perMonth, anyway, lasting).signum() >= 0) {
                return Optional.of(month);
            }
        }
        return Optional.empty();
    }

    /** Rounded down, so that it is never too high. */
    private static Optional<BigDecimal> anyway(Reckoning reckoning, Purse purse, BigDecimal cost) {
        var likely = reckoning.assumptions().lasting().likely();
        var discount = reckoning.assumptions().discount().yearly();
        Range perMonth = reckoning.perMonth(purse);
        var whole = perMonth.likely().multiply(likely.months(discount, Horizon.FIVE_YEARS.months()));
        if (whole.signum() <= 0 || whole.compareTo(cost) < 0) {
            return Optional.empty();
        }
        return Optional.of(
                BigDecimal.ONE.subtract(cost.divide(whole, Curve.PRECISION)).setScale(3, RoundingMode.FLOOR));
    }
}
