package se.framsteg.economy.calculation;

import java.math.BigDecimal;
import se.framsteg.economy.amount.Range;

/**
 * How long steps are assumed to last.
 *
 * @param afterOne the share still there after a year, 0–1
 * @param afterFive the share still there after five, no more than after one
 * @param why what that rests on; may be empty
 */
public record Lasting(Range afterOne, Range afterFive, String why) {
    /** @throws IllegalArgumentException if more are left after five years than after one, or it is no share */
    public Lasting {
        if (afterOne.high().compareTo(BigDecimal.ONE) > 0
                || afterFive.low().signum() < 0
                || afterFive.low().compareTo(afterOne.low()) > 0
                || afterFive.likely().compareTo(afterOne.likely()) > 0
                || afterFive.high().compareTo(afterOne.high()) > 0) {
            throw new IllegalArgumentException("no such lasting");
        }
    }

    Curve shortest() {
        return new Curve(afterOne.low(), afterFive.low());
    }

    Curve likely() {
        return new Curve(afterOne.likely(), afterFive.likely());
    }

    Curve longest() {
        return new Curve(afterOne.high(), afterFive.high());
    }

    /** The discounted months of one step, see {@link Curve#months}. */
    Range months(BigDecimal discount, int until) {
        return new Range(
                shortest().months(discount, until),
                likely().months(discount, until),
                longest().months(discount, until));
    }
}
