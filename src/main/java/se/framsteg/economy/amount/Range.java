package se.framsteg.economy.amount;

import java.math.BigDecimal;

/**
 * A number that is not known for certain: at the lowest, most likely and at the highest. What is worked out from ranges is as wide as
 * the ends of those allow, as if all went wrong, or right, at once.
 */
public record Range(BigDecimal low, BigDecimal likely, BigDecimal high) {
    public static final Range ZERO = exactly(BigDecimal.ZERO);

    /** @throws IllegalArgumentException if they are not in order */
    public Range {
        if (low.compareTo(likely) > 0 || likely.compareTo(high) > 0) {
            throw new IllegalArgumentException("not in order: " + low + ", " + likely + ", " + high);
        }
    }

    public static Range exactly(BigDecimal number) {
        return new Range(number, number, number);
    }

    public static Range of(long low, long likely, long high) {
        return new Range(BigDecimal.valueOf(low), BigDecimal.valueOf(likely), BigDecimal.valueOf(high));
    }

    public Range plus(Range other) {
        return new Range(low.add(other.low), likely.add(other.likely), high.add(other.high));
    }

    public Range minus(BigDecimal number) {
        return new Range(low.subtract(number), likely.subtract(number), high.subtract(number));
    }

    /** What remains of the whole: of 10–30 %, 70–90 %. */
    public Range ofWhole() {
        return new Range(BigDecimal.ONE.subtract(high), BigDecimal.ONE.subtract(likely), BigDecimal.ONE.subtract(low));
    }

    /** Below 0 turns it round. */
    public Range times(BigDecimal factor) {
        var one = low.multiply(factor);
        var other = high.multiply(factor);
        return new Range(one.min(other), likely.multiply(factor), one.max(other));
    }

    /** @param factor never below 0 */
    public Range times(Range factor) {
        return new Range(
                low.multiply(low.signum() < 0 ? factor.high : factor.low),
                likely.multiply(factor.likely),
                high.multiply(high.signum() < 0 ? factor.low : factor.high));
    }

    /** From the one end to the other. */
    public BigDecimal width() {
        return high.subtract(low);
    }
}
