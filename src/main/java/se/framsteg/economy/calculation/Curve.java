package se.framsteg.economy.calculation;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * How a step lasts: all are left at the beginning, a share after a year and a share after five, and in between it falls in a straight line.
 *
 * @param afterOne the share left after twelve months, 0–1
 * @param afterFive the share left after sixty, no more than that
 */
record Curve(BigDecimal afterOne, BigDecimal afterFive) {
    static final MathContext PRECISION = MathContext.DECIMAL128;
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal YEAR = BigDecimal.valueOf(12);
    private static final BigDecimal FOUR_YEARS = BigDecimal.valueOf(48);

    /** The share left after so many months, at most sixty. */
    BigDecimal at(BigDecimal months) {
        if (months.compareTo(YEAR) <= 0) {
            return BigDecimal.ONE.subtract(fallen(BigDecimal.ONE.subtract(afterOne), months, YEAR));
        }
        return afterOne.subtract(fallen(afterOne.subtract(afterFive), months.subtract(YEAR), FOUR_YEARS));
    }

    private static BigDecimal fallen(BigDecimal whole, BigDecimal months, BigDecimal of) {
        return whole.multiply(months).divide(of, PRECISION);
    }

    /**
     * The months that one step comes to, as seen from its beginning: each counts by the share left in its middle, those of the second year
     * are worth less by the yearly discount, those of the third by it twice, and so on.
     *
     * @param discount a year, 0.03 for 3 %
     */
    BigDecimal months(BigDecimal discount, int until) {
        var sum = BigDecimal.ZERO;
        for (int month = 1; month <= until; month++) {
            var worth = BigDecimal.ONE.add(discount).pow((month - 1) / 12);
            sum = sum.add(at(BigDecimal.valueOf(month).subtract(HALF)).divide(worth, PRECISION));
        }
        return sum;
    }
}
