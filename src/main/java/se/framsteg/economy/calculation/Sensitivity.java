package se.framsteg.economy.calculation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import se.framsteg.economy.amount.Situation;

/** How much what is left depends on each thing that is not known for certain. */
public final class Sensitivity {
    private static final List<BigDecimal> TRIED =
            Stream.of("0", "0.25", "0.5", "0.75", "1").map(BigDecimal::new).toList();

    private final Reckoning reckoning;
    private final Purse purse;
    private final Horizon horizon;

    Sensitivity(Reckoning reckoning, Purse purse, Horizon horizon) {
        this.reckoning = reckoning;
        this.purse = purse;
        this.horizon = horizon;
    }

    /**
     * What is likely to be left if so many would have taken the step anyway.
     *
     * @param anyway 0–1
     * @param assumed whether that is the likely share
     */
    public record Row(BigDecimal anyway, boolean assumed, BigDecimal shortest, BigDecimal likely, BigDecimal longest) {}

    /** The shares that are assumed, and some between none and all, each against how long steps last. */
    public List<Row> table() {
        var assumptions = reckoning.assumptions();
        var share = assumptions.anyway().share();
        var shares = new TreeSet<>(TRIED);
        shares.addAll(List.of(share.low(), share.likely(), share.high()));
        return shares.stream()
                .map(anyway -> new Row(
                        anyway,
                        anyway.compareTo(share.likely()) == 0,
                        net(anyway, assumptions.lasting().shortest()),
                        net(anyway, assumptions.lasting().likely()),
                        net(anyway, assumptions.lasting().longest())))
                .toList();
    }

    private BigDecimal net(BigDecimal anyway, Curve lasting) {
        return reckoning.likelyNet(purse, horizon, anyway, lasting);
    }

    /** What is varied: the share that would have anyway, how long steps last, or what a situation is worth. */
    public enum Kind {
        ANYWAY,
        LASTING,
        WORTH
    }

    /**
     * What is left when one thing is at its lowest and at its highest, and all else is likely.
     *
     * @param situation of {@link Kind#WORTH} alone
     */
    public record Swing(Kind kind, Optional<Situation> situation, BigDecimal atLowest, BigDecimal atHighest) {
        public BigDecimal least() {
            return atLowest.min(atHighest);
        }

        public BigDecimal most() {
            return atLowest.max(atHighest);
        }

        BigDecimal width() {
            return most().subtract(least());
        }
    }

    /** One thing at a time, that which matters most first; not what makes no difference. */
    public List<Swing> swings() {
        var assumptions = reckoning.assumptions();
        var share = assumptions.anyway().share();
        var lasting = assumptions.lasting();
        var swings = new ArrayList<Swing>();
        swings.add(new Swing(
                Kind.ANYWAY,
                Optional.empty(),
                net(share.low(), lasting.likely()),
                net(share.high(), lasting.likely())));
        swings.add(new Swing(
                Kind.LASTING,
                Optional.empty(),
                net(share.likely(), lasting.shortest()),
                net(share.likely(), lasting.longest())));
        assumptions.changes().forEach((situation, persons) -> swings.add(worth(situation, persons)));
        return swings.stream()
                .filter(one -> one.width().signum() > 0)
                .sorted(Comparator.comparing(Swing::width).reversed())
                .toList();
    }

    private Swing worth(Situation situation, int persons) {
        var worth = reckoning.worth().of(purse, situation);
        return new Swing(
                Kind.WORTH,
                Optional.of(situation),
                withWorth(persons, worth.low().subtract(worth.likely())),
                withWorth(persons, worth.high().subtract(worth.likely())));
    }

    private BigDecimal withWorth(int persons, BigDecimal more) {
        var perMonth = reckoning.perMonth(purse).likely().add(more.multiply(BigDecimal.valueOf(persons)));
        return reckoning.likelyNet(
                purse,
                horizon.months(),
                perMonth,
                reckoning.assumptions().anyway().share().likely(),
                reckoning.assumptions().lasting().likely());
    }
}
