package se.framsteg.statistics.ledger;

import java.util.Arrays;

/**
 * How few nobody may find out about.
 *
 * @param fewest the smallest number of persons that may be known, besides none; at least 3
 * @param patience after how many closing days in vain women and men are told of together
 */
record Threshold(int fewest, int patience) {
    /**
     * Whether each of these may be told: is none, or more than {@code fewest}. That a table waits tells that something in it is too small, and
     * what is told later may leave only the largest of the small numbers; that one is then as large as may be known.
     */
    boolean tells(int... numbers) {
        return Arrays.stream(numbers).allMatch(number -> number == 0 || number > fewest);
    }
}
