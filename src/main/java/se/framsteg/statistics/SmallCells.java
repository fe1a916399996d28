package se.framsteg.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Keeps counts of 1–4 persons back, and enough beside them that they can't be worked out: of the answers for all, and of the
 * rounds for those who do not reach the cases themselves. To a lead, the rounds of the cases that this lead reaches are told as they are.
 *
 * <p>Single numbers are never left out of a table, since what is left out of a table with sums can often be got back by
 * subtraction. Instead the table itself is made coarser, in steps that are settled beforehand, and each step is shown whole or
 * not at all:
 *
 * <ol>
 *   <li>Columns in order (the steps of a scale) are put together by halves, and the halves by halves ({@link #divisions});
 *       the finest division is taken in which each count is 0 or at least {@value #FEWEST} in every row ({@link #finest}).
 *   <li>The rows of women and men are shown only in a division that manages it in both, which may be a coarser one.
 *   <li>Columns that can't be put together (down, the same, up) are shown if all of them manage it ({@link #shown}), else none.
 * </ol>
 *
 * <p>Whatever is shown is thus 0 or at least {@value #FEWEST}, and so is every difference between a sum and its part. What
 * is not shown may be as large as the smaller of the sums over its row and its column: nobody can tell that it is 1–4, and
 * knowing this rule does not help, since a division says that something is small and not what. (Were the columns put
 * together as the numbers happen to fall, the choice would give them away.) What is put together, as women and men
 * are in a table of all, must come to one more than {@value #FEWEST}: of two parts of {@value #FEWEST} one would know that
 * both are small.
 *
 * <p>What remains: the spread at the start, the spread now and the steps up and down are three tables about the same
 * persons, and each is kept safe by itself. Together they can narrow a hidden count further in small, lopsided groups. Of
 * two periods where one holds the other, the rounds of the rest can be got by subtraction; that periods are whole quarters
 * keeps this from being done day by day. Who looks is journaled.
 */
public final class SmallCells {
    /** The smallest count that is shown, besides none. */
    static final int FEWEST = 5;

    private SmallCells() {}

    /**
     * Neighbouring columns counted as one.
     *
     * @param from the first column, from 0
     * @param to the last column
     */
    public record Band(int from, int to) {
        int size() {
            return to - from + 1;
        }

        public int sum(int[] row) {
            return Arrays.stream(row, from, to + 1).sum();
        }

        /** Two columns stay together until all columns stand alone. */
        private Stream<Band> halves() {
            int middle = from + size() / 2;
            return size() < 3 ? Stream.of(this) : Stream.of(new Band(from, middle - 1), new Band(middle, to));
        }
    }

    /** Whether each of the counts may be shown. */
    public static boolean shown(int... counts) {
        return Arrays.stream(counts).allMatch(count -> count == 0 || count >= FEWEST);
    }

    /** Whether the sum of what is counted as one may be shown. */
    static boolean shownTogether(int sum) {
        return sum == 0 || sum > FEWEST;
    }

    /** The ways to divide so many columns: each by itself first, the two halves last. Each is made up of whole earlier ones. */
    public static List<List<Band>> divisions(int columns) {
        var divisions = new ArrayList<List<Band>>();
        var division = List.of(new Band(0, columns - 1));
        var halves = halves(division);
        while (halves.size() > division.size()) {
            divisions.addFirst(halves);
            division = halves;
            halves = halves(division);
        }
        divisions.addFirst(IntStream.range(0, columns)
                .mapToObj(column -> new Band(column, column))
                .toList());
        return divisions;
    }

    private static List<Band> halves(List<Band> division) {
        return division.stream().flatMap(Band::halves).toList();
    }

    /** The first of the divisions that may be shown for every row; empty if there is none. */
    public static List<Band> finest(List<List<Band>> divisions, List<int[]> rows) {
        return divisions.stream()
                .filter(division -> division.stream().allMatch(band -> shown(band, rows)))
                .findFirst()
                .orElse(List.of());
    }

    private static boolean shown(Band band, List<int[]> rows) {
        return rows.stream().mapToInt(band::sum).allMatch(sum -> band.size() > 1 ? shownTogether(sum) : shown(sum));
    }
}
