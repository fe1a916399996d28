package se.framsteg.statistics.ledger;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A row of the ledger: persons who are in no other row of the same table.
 *
 * @param after the number of the last block that the row before it covers, 0 if it is the first
 * @param to the number of the last block that it covers
 * @param bySex whether the numbers are of women and of men; else they are of all
 * @param numbers by column: of women and of men, or of all alone
 */
record Told(Table table, int after, int to, boolean bySex, List<int[]> numbers) {
    Told {
        numbers = List.copyOf(numbers);
    }

    /** Of all, by column. */
    int[] all() {
        return bySex ? plus(numbers.getFirst(), numbers.getLast()) : numbers.getFirst();
    }

    static int[] plus(int[] women, int[] men) {
        return IntStream.range(0, women.length).map(i -> women[i] + men[i]).toArray();
    }
}
