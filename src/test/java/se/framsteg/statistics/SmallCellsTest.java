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
    /** All that is published of one table: its columns for everybody, and those for each sex. */
    record Shown(List<Band> division, List<Integer> all, List<Band> bySex, List<Integer> women, List<Integer> men) {
        static Shown of(int[] women, int[] men) {
            var all = sum(women, men);
            var divisions = SmallCells.divisions(all.length);
            var division = SmallCells.shownTogether(IntStream.of(all).sum())
                    ? SmallCells.finest(divisions, List.of(all))
                    : List.<Band>of();
            var bySex = SmallCells.finest(SmallCells.from(division, divisions), List.of(women, men));
            return new Shown(division, sums(division, all), bySex, sums(bySex, women), sums(bySex, men));
        }

        private static List<Integer> sums(List<Band> bands, int[] row) {
            return bands.stream().map(band -> band.sum(row)).toList();
        }
    }

    private static int[] sum(int[] women, int[] men) {
        return IntStream.range(0, women.length)
                .map(column -> women[column] + men[column])
                .toArray();
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
        var shown = Shown.of(new int[] {2, 6, 7, 4, 1}, new int[] {1, 5, 5, 2, 0});

        assertThat(shown.all()).containsExactly(14, 12, 7);
        assertThat(shown.women())
                .as("the three upper steps together, since five are too few for two steps")
                .containsExactly(8, 12);
        assertThat(shown.men()).containsExactly(6, 7);
        assertThat(Shown.of(new int[] {4, 0, 0, 0, 0}, new int[] {0, 0, 0, 0, 0})
                        .division())
                .isEmpty();
    }

    @Property
    void nothingThatIsShownIsSmallAndNoDifferenceEither(@ForAll("row") int[] women, @ForAll("row") int[] men) {
        var shown = Shown.of(women, men);
        for (var numbers : List.of(shown.all(), shown.women(), shown.men())) {
            assertThat(numbers).allMatch(number -> SmallCells.shown(number));
        }
        for (int i = 0; i < shown.bySex().size(); i++) {
            assertThat(shown.bySex().get(i).sum(sum(women, men)))
                    .isEqualTo(shown.women().get(i) + shown.men().get(i));
        }
        assertThat(SmallCells.from(shown.division(), SmallCells.divisions(5)).isEmpty()
                        || shown.bySex().isEmpty()
                        || coarser(shown.bySex(), shown.division()))
                .isTrue();
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
     * Every table of two rows and three columns, sorted by what is published of it: an attacker who knows the rule, and tries
     * all tables that would look the same, can do no better.
     */
    @Example
    void noCellOfATableByScaleAndSexCanBeTold() {
        var possible = new HashMap<Shown, BitSet[]>();
        int values = 8;
        everyRow(6, values, cells -> {
            var women = Arrays.copyOfRange(cells, 0, 3);
            var men = Arrays.copyOfRange(cells, 3, 6);
            note(possible, Shown.of(women, men), women, men, sum(women, men));
        });
        assertNoCellIsKnownToBeSmall(possible, values);
    }

    /** The same for one row over a scale of five steps. */
    @Example
    void noCellOfARowCanBeTold() {
        var possible = new HashMap<Shown, BitSet[]>();
        int values = 12;
        everyRow(5, values, row -> note(possible, Shown.of(row, new int[5]), row));
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
            if (!shown.all().isEmpty() && shown.all().stream().allMatch(sum -> sum < values)) {
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
