package se.framsteg.statistics;

import java.util.Arrays;
import java.util.List;

/**
 * One row of numbers that may be shown.
 *
 * @param numbers by column
 */
public record Figures(Group group, List<Integer> numbers) {
    public Figures {
        numbers = List.copyOf(numbers);
    }

    static Figures of(Group group, int... numbers) {
        return new Figures(group, Arrays.stream(numbers).boxed().toList());
    }

    static Figures of(Group group, List<SmallCells.Band> bands, int[] row) {
        return of(group, bands.stream().mapToInt(band -> band.sum(row)).toArray());
    }

    public int sum() {
        return numbers.stream().mapToInt(Integer::intValue).sum();
    }

    /** The share of this column, in whole percent, rounded half up; 0 where there is nothing to share. */
    public int percent(int column) {
        return sum() == 0 ? 0 : (int) Math.round(100.0 * numbers.get(column) / sum());
    }
}
