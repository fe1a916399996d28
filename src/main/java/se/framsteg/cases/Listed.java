package se.framsteg.cases;

import java.util.List;

/**
 * One page of a list, at most {@link #SIZE} rows.
 *
 * @param number of the page, from 1
 * @param more whether there is a page after it
 */
public record Listed<R>(List<R> rows, int number, boolean more) {
    public static final int SIZE = 25;

    /** From one row more than a page holds, if there were so many. */
    public static <R> Listed<R> of(List<R> oneMore, int number) {
        var more = oneMore.size() > SIZE;
        return new Listed<>(more ? List.copyOf(oneMore.subList(0, SIZE)) : oneMore, number, more);
    }

    /** How many rows come before those of this page. */
    public static int offset(int number) {
        return (Math.clamp(number, 1, 100_000) - 1) * SIZE;
    }
}
