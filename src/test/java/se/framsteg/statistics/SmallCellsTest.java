package se.framsteg.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import se.framsteg.statistics.SmallCells.Band;

class SmallCellsTest {
    /** All that is published of one row over a scale. */
    record Shown(List<Band> division, List<Integer> numbers) {
        static Shown of(int... row) {
            var division = SmallCells.shownTogether(IntStream.of(row).sum())
                    ? SmallCells.finest(SmallCells.divisions(row.length), List.of(row))
                    : List.<Band>of();
            return new Shown(
                    division, division.stream().map(band -> band.sum(row)).toList());
        }
    }

    @Example
    void stepsArePutTogetherByHalves() {
        assertThat(SmallCells.divisions(5))
                .extracting(division -> division.stream().map(Band::size).toList())
                .containsExactly(List.of(1, 1, 1, 1, 1), List.of(2, 1, 2), List.of(2, 3));
        assertThat(SmallCells.divisions(10))
                .extracting(division -> division.stream().map(Band::size).toList())
                .containsExactly(
                        List.of(1, 1, 1, 1, 1, 1, 1, 1, 1, 1),
                        List.of(2, 1, 2, 2, 1, 2),
                        List.of(2, 3, 2, 3),
                        List.of(5, 5));
        assertThat(SmallCells.divisions(2)).containsExactly(List.of(new Band(0, 0), new Band(1, 1)));
    }

    @Example
    void aSmallCountIsShownWithItsNeighboursAndNeverAlone() {
        assertThat(Shown.of(3, 11, 12, 6, 1).numbers()).containsExactly(14, 12, 7);
        assertThat(Shown.of(4, 0, 0, 0, 0).division()).isEmpty();
    }

    @Property
    void nothingThatIsShownIsSmall(@ForAll("row") int[] row) {
        assertThat(Shown.of(row).numbers()).allMatch(number -> SmallCells.shown(number));
    }

    private static boolean coarser(List<Band> coarse, List<Band> fine) {
        return coarse.stream()
                .allMatch(band -> fine.stream().anyMatch(other -> other.from() == band.from())
                        && fine.stream().anyMatch(other -> other.to() == band.to()));
    }

    @Property
    void everyDivisionHasEachColumnOnceAndIsMadeOfTheFinerOnes(@ForAll @IntRange(min = 2, max = 10) int columns) {
        var divisions = SmallCells.divisions(columns);
        for (var division : divisions) {
            assertThat(division.stream()
                            .flatMapToInt(band -> IntStream.rangeClosed(band.from(), band.to()))
                            .boxed()
                            .toList())
                    .isEqualTo(IntStream.range(0, columns).boxed().toList());
        }
        for (int i = 1; i < divisions.size(); i++) {
            assertThat(coarser(divisions.get(i), divisions.get(i - 1))).isTrue();
        }
    }

    /**
     * Every row, sorted by what is published of it: an attacker who knows the rule, and tries all rows that would look the
     * same, can do no better. How what is shown of the sexes and of the directions goes together is tried in {@link AreaCountsTest}.
     */
    @Example
    void noCellOfARowCanBeTold() {
        var possible = new HashMap<Shown, BitSet[]>();
        int values = 12;
        everyRow(5, values, row -> note(possible, Shown.of(row), row));
        assertNoCellIsKnownToBeSmall(possible, values);
    }

    private static void everyRow(int columns, int values, Consumer<int[]> what) {
        int tables = (int) Math.pow(values, columns);
        for (int number = 0; number < tables; number++) {
            var cells = new int[columns];
            for (int column = 0, rest = number; column < columns; column++, rest /= values) {
                cells[column] = rest % values;
            }
            what.accept(cells);
        }
    }

    private static void note(Map<Shown, BitSet[]> possible, Shown shown, int[]... rows) {
        var cells = Arrays.stream(rows).flatMapToInt(Arrays::stream).toArray();
        var values = possible.computeIfAbsent(
                shown,
                _ -> IntStream.range(0, cells.length)
                        .mapToObj(_ -> new BitSet())
                        .toArray(BitSet[]::new));
        for (int i = 0; i < cells.length; i++) {
            values[i].set(cells[i]);
        }
    }

    /** Asks about what is published with sums that no cell beyond those tried could be part of. */
    private static void assertNoCellIsKnownToBeSmall(Map<Shown, BitSet[]> possible, int values) {
        possible.forEach((shown, cells) -> {
            if (!shown.numbers().isEmpty() && shown.numbers().stream().allMatch(sum -> sum < values)) {
                for (var cell : cells) {
                    assertThat(cell.get(0) || cell.length() > SmallCells.FEWEST)
                            .as("%s allows %s", shown, cell)
                            .isTrue();
                }
            }
        });
    }

    @Provide
    Arbitrary<int[]> row() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(0, 9).array(int[].class).ofSize(5),
                Arbitraries.integers().between(0, 200).array(int[].class).ofSize(5));
    }
}
