package se.framsteg.statistics.ledger;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How an attribute may be divided, settled beforehand and never chosen from the numbers: the coarsest level first, each of the next ones
 * dividing the columns of the one before.
 *
 * @param codes the finest values, in order
 */
record Ladder(List<String> codes, List<Level> levels) {
    Ladder {
        codes = List.copyOf(codes);
        levels = List.copyOf(levels);
    }

    /** @param column for each of the codes, the column that it is counted in */
    record Level(List<FigureTable.Column> columns, List<Integer> column) {
        Level {
            columns = List.copyOf(columns);
            column = List.copyOf(column);
        }

        /** @param fine by code */
        int[] sum(int[] fine) {
            var sums = new int[columns.size()];
            IntStream.range(0, fine.length).forEach(i -> sums[column.get(i)] += fine[i]);
            return sums;
        }
    }
}
