package se.framsteg.economy.amount;

import java.time.LocalDate;
import java.util.Optional;
import se.framsteg.shared.AssociationId;

/**
 * What a month in a situation brings or costs whom, from a day on.
 *
 * @param association whose it is; none of those that ship with the product, which are examples
 * @param perMonth kronor for one person: above 0 what it brings, below 0 what it costs
 * @param priceYear the prices that it is in
 * @param source where it comes from, never empty
 */
public record Amount(
        AmountId id,
        Optional<AssociationId> association,
        Party party,
        Situation situation,
        Range perMonth,
        int priceYear,
        LocalDate validFrom,
        String source,
        String note) {
    public static final int LONGEST_SOURCE = 1000;
    public static final int LONGEST_NOTE = 2000;

    /** Highest in kronor a month, in either direction. */
    public static final int HIGHEST = 1_000_000;

    public static final int FIRST_PRICE_YEAR = 2000;

    /** Whether nobody vouches for it: it is there to be replaced. */
    public boolean example() {
        return association.isEmpty();
    }

    /**
     * An amount to be written.
     *
     * @param source where it comes from
     */
    public record Details(
            Party party,
            Situation situation,
            Range perMonth,
            int priceYear,
            LocalDate validFrom,
            String source,
            String note) {
        /** @throws IllegalArgumentException if it has no source: no amount is without one */
        public Details {
            if (source.isBlank()) {
                throw new IllegalArgumentException("an amount without a source");
            }
        }
    }
}
