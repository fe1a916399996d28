package se.framsteg.economy.calculation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import se.framsteg.economy.amount.Amount;
import se.framsteg.economy.amount.Party;
import se.framsteg.economy.amount.Situation;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.StaffId;

/**
 * A calculation as it was saved once, with the amounts that it was made with. It is never changed: what is put in a report by its version
 * stays as it was.
 *
 * @param initiative none for one that is not there yet
 * @param number of the version, from 1
 */
public record Calculation(
        CalculationId id,
        Optional<InitiativeId> initiative,
        VersionId version,
        int number,
        String name,
        Assumptions assumptions,
        List<Amount> amounts,
        StaffId savedBy,
        Instant savedAt) {
    public Calculation {
        amounts = List.copyOf(amounts);
    }

    public Reckoning reckoning() {
        return new Reckoning(assumptions, amounts);
    }

    /** The amounts of situations that somebody went from or to, by party: those that make a difference. */
    public List<Amount> used() {
        var situations = assumptions.situations();
        return amounts.stream()
                .filter(one -> situations.contains(one.situation()))
                .sorted(Comparator.comparing(Amount::party).thenComparing(Amount::situation))
                .toList();
    }

    /** How many of those are examples that nobody vouches for. */
    public long examples() {
        return used().stream().filter(Amount::example).count();
    }

    /** How many of those are in the prices of another year. They are not converted. */
    public long otherPrices() {
        return used().stream()
                .filter(one -> one.priceYear() != assumptions.priceYear())
                .count();
    }

    /** What nobody has told, and what therefore counts as nothing. */
    public record Gap(Party party, Situation situation) {}

    public List<Gap> gaps() {
        var worth = new Worth(amounts);
        var gaps = new ArrayList<Gap>();
        for (var party : Party.values()) {
            for (var situation : assumptions.situations()) {
                if (situation != Situation.NONE && !worth.told(party, situation)) {
                    gaps.add(new Gap(party, situation));
                }
            }
        }
        return gaps;
    }
}
