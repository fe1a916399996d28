package se.framsteg.economy.calculation;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import se.framsteg.economy.amount.Party;
import se.framsteg.economy.amount.Range;
import se.framsteg.economy.amount.Situation;

/**
 * All that a calculation rests on, besides the amounts.
 *
 * @param numbersFrom where the number of steps comes from
 * @param costs kronor that each party has paid for the initiative, none below 0
 * @param costFrom where that comes from; may be empty
 * @param priceYear the prices that costs are in, and amounts ought to be
 */
public record Assumptions(
        String numbersFrom,
        List<Move> moves,
        Lasting lasting,
        Anyway anyway,
        Map<Party, BigDecimal> costs,
        String costFrom,
        Discount discount,
        int priceYear) {
    /** Fewer could be told apart; who follows up the calculation may not know of any person (docs/adr/0013). */
    public static final int FEWEST_PERSONS = 5;

    public static final int MOST_PERSONS = 100_000;
    public static final int MOST_MOVES = 8;

    /** Highest cost of one party, in kronor. */
    public static final long HIGHEST_COST = 10_000_000_000L;

    /** In per cent a year. */
    public static final int HIGHEST_DISCOUNT = 20;

    public Assumptions {
        moves = List.copyOf(moves);
        costs = Map.copyOf(costs);
    }

    /** So many who went from one situation to another. */
    public record Move(Situation from, Situation to, int persons) {
        /** @throws IllegalArgumentException if they are too few to be told of, or went nowhere */
        public Move {
            if (persons < FEWEST_PERSONS || from == to) {
                throw new IllegalArgumentException("no such move");
            }
        }
    }

    /**
     * Those who would have taken the step without the initiative (the counterfactual).
     *
     * @param share 0–1
     * @param why what that rests on, never empty: nor is it when the share is 0
     */
    public record Anyway(Range share, String why) {
        /** @throws IllegalArgumentException if it is no share or nothing says why */
        public Anyway {
            if (share.low().signum() < 0 || share.high().compareTo(BigDecimal.ONE) > 0 || why.isBlank()) {
                throw new IllegalArgumentException("no such share");
            }
        }
    }

    /**
     * How much less something is worth for each year that it lies ahead.
     *
     * @param yearly 0.03 for 3 %
     * @param from where that comes from
     */
    public record Discount(BigDecimal yearly, String from) {}

    /** How many steps it is about. */
    public int persons() {
        return moves.stream().mapToInt(Move::persons).sum();
    }

    BigDecimal cost(Party party) {
        return costs.getOrDefault(party, BigDecimal.ZERO);
    }

    /** What the initiative has cost all who paid. */
    public BigDecimal wholeCost() {
        return costs.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** How many more there are in each situation, or fewer below 0. */
    Map<Situation, Integer> changes() {
        var changes = new EnumMap<Situation, Integer>(Situation.class);
        for (var move : moves) {
            changes.merge(move.from(), -move.persons(), Integer::sum);
            changes.merge(move.to(), move.persons(), Integer::sum);
        }
        return changes;
    }

    /** The situations that somebody went from or to. */
    public List<Situation> situations() {
        var named = new HashSet<Situation>();
        moves.forEach(move -> {
            named.add(move.from());
            named.add(move.to());
        });
        return named.stream().sorted().toList();
    }
}
