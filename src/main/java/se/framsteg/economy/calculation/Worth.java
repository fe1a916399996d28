package se.framsteg.economy.calculation;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.Map;
import se.framsteg.economy.amount.Amount;
import se.framsteg.economy.amount.Party;
import se.framsteg.economy.amount.Range;
import se.framsteg.economy.amount.Situation;

/** What a month in each situation is worth to each party, in kronor. What nobody has told is taken for nothing. */
final class Worth {
    private final Map<Key, Range> amounts;

    private record Key(Party party, Situation situation) {}

    Worth(Collection<Amount> amounts) {
        this.amounts = amounts.stream()
                .collect(toMap(one -> new Key(one.party(), one.situation()), Amount::perMonth, (one, _) -> one));
    }

    Range of(Purse purse, Situation situation) {
        return purse.parties().stream()
                .map(party -> amounts.getOrDefault(new Key(party, situation), Range.ZERO))
                .reduce(Range.ZERO, Range::plus);
    }

    boolean told(Party party, Situation situation) {
        return amounts.containsKey(new Key(party, situation));
    }
}
