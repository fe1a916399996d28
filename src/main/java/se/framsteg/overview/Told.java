package se.framsteg.overview;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import se.framsteg.statistics.Group;
import se.framsteg.statistics.ledger.FigureTable;
import se.framsteg.statistics.ledger.Universe;

/**
 * A number of people as far as it is told.
 *
 * @param number empty where nothing is told
 * @param more whether there are more than are told of, so that it is the least that there are
 * @param missing why nothing is told; empty where something is
 */
public record Told(Optional<Integer> number, boolean more, Optional<Missing> missing) {

    /** Why a number is not told. */
    public enum Missing {
        /** They are too few to be told of yet. */
        TOO_FEW,
        /** The time has not been counted yet. */
        NOT_CLOSED,
        /** Women and men are told of together alone. */
        TOGETHER
    }

    private static Told missing(Missing why) {
        return new Told(Optional.empty(), true, Optional.of(why));
    }

    public static Told of(FigureTable table, Group group) {
        if (!table.shown()) {
            return missing(table.more() ? Missing.TOO_FEW : Missing.NOT_CLOSED);
        }
        var without = group != Group.ALL && table.withoutSex() > 0;
        var number = table.number(group).filter(some -> some > 0 || !without);
        // Who takes part is told as of a day, and not of how many there may be since.
        var more = without || (table.more() && table.universe() != Universe.ONGOING);
        return number.isPresent() ? new Told(number, more, Optional.empty()) : missing(Missing.TOGETHER);
    }

    /**
     * Those of several initiatives together, of whom something is told; there is at least one of them. Where nothing is, the reason of what is
     * missing is kept, the first by their order.
     */
    public static Told sum(Collection<Told> several) {
        var number = several.stream().flatMap(one -> one.number.stream()).reduce(Integer::sum);
        var more = several.stream().anyMatch(Told::more);
        if (number.filter(some -> some > 0 || !more).isPresent()) {
            return new Told(number, more, Optional.empty());
        }
        return missing(several.stream()
                .flatMap(one -> one.missing.stream())
                .min(Comparator.naturalOrder())
                .orElse(Missing.TOO_FEW));
    }
}
