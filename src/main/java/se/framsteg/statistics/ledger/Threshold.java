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
     * A number is told only if it is none or this at least: one more than may be known. That a table waits tells that something in it is too
     * small, and what is told later may leave only the largest of the small numbers; that one is then as large as may be known.
     */
    private int told() {
        return fewest + 1;
    }

    /** Whether each of these is none, or enough to be told. */
    boolean tells(int... numbers) {
        return Arrays.stream(numbers).allMatch(number -> number == 0 || number >= told());
    }

    /** Whether each of these is enough to be told, and none is none. */
    boolean enough(int... numbers) {
        return Arrays.stream(numbers).allMatch(number -> number >= told());
    }
}
