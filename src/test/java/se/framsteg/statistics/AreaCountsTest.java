package se.framsteg.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import se.framsteg.assessment.instrument.Respondent;
import se.framsteg.cases.LegalSex;

/**
 * What is shown of an area, against somebody who knows the rule and tries every population that would look the same. Each
 * person has a step at the start and one now, and has gone in the direction that they tell: where answers are means of several
 * questions less can be told than here.
 */
class AreaCountsTest {
    private static final int STEPS = 3;
    private static final List<List<Rung>> LADDERS = List.of(Rung.ladder(0), Rung.ladder(Rung.MANY));

    /**
     * So many at each step at the start, at each step now, and in each direction, packed into five bits each, so that two
     * can be added as they are.
     */
    record Profile(long packed) {
        static Profile of(int... joint) {
            long packed = 0;
            for (int i = 0; i < joint.length; i++) {
                packed += joint[i] * UNITS[i];
            }
            return new Profile(packed);
        }

        private static final long[] UNITS = IntStream.range(0, STEPS * STEPS)
                .mapToLong(i -> unit(i / STEPS)
                        + unit(STEPS + i % STEPS)
                        + unit(2 * STEPS + 1 + Integer.signum(i % STEPS - i / STEPS)))
                .toArray();

        private static long unit(int cell) {
            return 1L << 5 * cell;
        }

        private int[] cells(int from, int to) {
            return IntStream.range(from, to)
                    .map(cell -> (int) (packed >> 5 * cell & 31))
                    .toArray();
        }

        Rung.Persons persons() {
            return new Rung.Persons(cells(0, STEPS), cells(STEPS, 2 * STEPS), cells(2 * STEPS, 3 * STEPS));
        }

        /** Which of the cells are none or many: a bit for each. */
        int harmless() {
            var cells = cells(0, 3 * STEPS);
            return IntStream.range(0, cells.length)
                    .filter(cell -> SmallCells.shown(cells[cell]))
                    .map(cell -> 1 << cell)
                    .sum();
        }
    }

    private static void everyPopulation(int cells, int persons, Consumer<int[]> what) {
        share(new int[cells], 0, persons, what);
    }

    private static void share(int[] cells, int cell, int left, Consumer<int[]> what) {
        if (cell == cells.length - 1) {
            cells[cell] = left;
            what.accept(cells);
            return;
        }
        for (int here = 0; here <= left; here++) {
            cells[cell] = here;
            share(cells, cell + 1, left - here, what);
        }
    }

    private static AreaCounts counts(int[] women, int[] men) {
        var counts = new AreaCounts(STEPS);
        for (int i = 0; i < women.length; i++) {
            int start = i / STEPS + 1;
            int now = i % STEPS + 1;
            counts.add(LegalSex.WOMAN, start, now, Integer.signum(now - start), women[i]);
            counts.add(LegalSex.MAN, start, now, Integer.signum(now - start), men[i]);
        }
        return counts;
    }

    /** Those of one sex alone, as in an initiative for women. */
    @Example
    void nothingOfOneSexCanBeWorkedOutFromSpreadAndDirectionsTogether() {
        for (var ladder : LADDERS) {
            var possible = new HashMap<Area.Voice, Integer>();
            everyPopulation(STEPS * STEPS, 11, joint -> {
                var shown = counts(joint, new int[joint.length]).shown(Respondent.PARTICIPANT, ladder);
                possible.merge(shown, Profile.of(joint).harmless(), (one, other) -> one | other);
            });
            assertThat(possible).hasSizeGreaterThan(40);
            possible.forEach((shown, harmless) -> assertThat(harmless)
                    .as("some cell is 1–4 in every population that shows %s", shown)
                    .isEqualTo((1 << 3 * STEPS) - 1));
        }
    }

    /** More of them, where the ladder alone is tried. */
    @Example
    void nothingOfALargerGroupCanBeWorkedOutEither() {
        for (var ladder : LADDERS) {
            var attack = new Attack(ladder);
            attack.look(profiles(16), profiles(0), false);
            attack.assertNothingIsFound(6 * STEPS, 50);
        }
    }

    /** Women and men, eleven together: every pair of what the women and what the men can look like. */
    @Example
    void nothingOfWomenAndMenCanBeWorkedOutFromWhatIsShownOfBoth() {
        int persons = 11;
        for (var ladder : LADDERS) {
            var attack = new Attack(ladder);
            for (int few = 0; few <= persons / 2; few++) {
                attack.look(profiles(few), profiles(persons - few), SmallCells.shown(few, persons - few));
            }
            attack.assertNothingIsFound(0, 100);
        }
    }

    private static long[] profiles(int persons) {
        var packed = new HashSet<Long>();
        everyPopulation(
                STEPS * STEPS, persons, joint -> packed.add(Profile.of(joint).packed()));
        return packed.stream().mapToLong(Long::longValue).toArray();
    }

    /** All that has been seen, and which cells were harmless in some population that looks so: women’s, men’s, and all. */
    private static final class Attack {
        private final List<Rung> ladder;
        private final Map<Long, long[]> possible = new HashMap<>();
        private final Map<Long, Look> looks = new HashMap<>();
        private final Map<List<Integer>, Integer> shownSoFar = new HashMap<>();

        Attack(List<Rung> ladder) {
            this.ladder = ladder;
        }

        /** @param shown by rung, a number for what it shows, 0 if it shows nothing */
        record Look(int[] shown, long harmless) {}

        private Look at(long packed) {
            return looks.computeIfAbsent(packed, _ -> {
                var profile = new Profile(packed);
                var persons = profile.persons();
                var shown = new int[ladder.size()];
                for (int i = 0; i < shown.length; i++) {
                    shown[i] = ladder.get(i).shows(persons)
                            ? shownSoFar.computeIfAbsent(numbers(i, persons), _ -> shownSoFar.size() + 1)
                            : 0;
                }
                return new Look(shown, profile.harmless());
            });
        }

        private List<Integer> numbers(int i, Rung.Persons persons) {
            var numbers = new ArrayList<>(List.of(i));
            var rung = ladder.get(i);
            rung.changes().forEach(together -> numbers.add(Rung.sum(persons.change(), together)));
            rung.bands(STEPS).forEach(band -> {
                numbers.add(band.sum(persons.start()));
                numbers.add(band.sum(persons.now()));
            });
            return numbers;
        }

        /** @param apart whether there are enough of both to tell them apart at all */
        void look(long[] these, long[] those, boolean apart) {
            var others = LongStream.of(those).mapToObj(this::at).toArray(Look[]::new);
            for (long one : these) {
                var her = at(one);
                for (int i = 0; i < those.length; i++) {
                    var both = at(one + those[i]);
                    note(both, her, others[i], apart);
                    note(both, others[i], her, apart);
                }
            }
        }

        private void note(Look both, Look her, Look his, boolean apart) {
            int rung = 0;
            while (rung < ladder.size() && both.shown()[rung] == 0) {
                rung++;
            }
            long seen = rung < ladder.size() ? both.shown()[rung] : 0;
            while (apart && rung < ladder.size() && (her.shown()[rung] == 0 || his.shown()[rung] == 0)) {
                rung++;
            }
            if (apart && rung < ladder.size()) {
                seen |= (long) her.shown()[rung] << 20 | (long) his.shown()[rung] << 40;
            }
            possible.computeIfAbsent(seen, _ -> new long[1])[0] |=
                    her.harmless() | his.harmless() << 3 * STEPS | both.harmless() << 6 * STEPS;
        }

        /**
         * @param from the first cell that is asked about
         * @param atLeast so many different things must have been shown
         */
        void assertNothingIsFound(int from, int atLeast) {
            assertThat(possible).hasSizeGreaterThan(atLeast);
            assertThat(shownSoFar).hasSizeLessThan(1 << 20);
            var all = (1L << 9 * STEPS) - (1L << from);
            possible.forEach((shown, harmless) -> assertThat(harmless[0] & all)
                    .as("some cell is 1–4 in every population that shows %s of %s", shown, shownSoFar)
                    .isEqualTo(all));
        }
    }

    /** Both sexes, of any number: what is shown of them is none or many, and so is each difference. */
    @Property
    void everyNumberThatIsShownIsNoneOrMany(@ForAll("population") int[] women, @ForAll("population") int[] men) {
        var shown = counts(women, men).shown(Respondent.CASEWORKER);
        for (var counted : List.of(shown.all(), shown.bySex())) {
            assertThat(counted.rows())
                    .allSatisfy(row -> assertThat(row.numbers()).allMatch(number -> SmallCells.shown(number)));
            assertThat(counted.spread().rows()).allSatisfy(row -> {
                assertThat(row.start().numbers()).allMatch(number -> SmallCells.shown(number));
                assertThat(row.now().numbers()).allMatch(number -> SmallCells.shown(number));
            });
        }
        if (shown.bySex().shown()) {
            assertThat(shown.all().shown()).isTrue();
            assertThat(shown.all().changes().size())
                    .as("the sexes are as coarse as all, or coarser")
                    .isGreaterThanOrEqualTo(shown.bySex().changes().size());
            assertThat(shown.all().spread().bands().size())
                    .isGreaterThanOrEqualTo(shown.bySex().spread().bands().size());
            assertThat(shown.bySex().rows().stream().mapToInt(Figures::sum).sum())
                    .isEqualTo(shown.counted().orElseThrow());
        }
    }

    @Provide
    Arbitrary<int[]> population() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(0, 6).array(int[].class).ofSize(STEPS * STEPS),
                Arbitraries.integers().between(0, 60).array(int[].class).ofSize(STEPS * STEPS));
    }

    /** Forty-five persons of whom few are down, as in a team of some size. */
    @Example
    void anInitiativeOfOrdinarySizeShowsSomething() {
        var shown = counts(new int[] {4, 6, 1, 1, 5, 4, 0, 1, 2}, new int[] {3, 4, 1, 1, 3, 3, 0, 0, 1})
                .shown(Respondent.PARTICIPANT);

        assertThat(shown.counted()).contains(40);
        assertThat(shown.all().changes()).contains(List.of(Area.Change.UP)).hasSize(2);
        assertThat(shown.all().rows()).containsExactly(Figures.of(Group.ALL, 21, 19));
        assertThat(shown.all().spread().bands()).containsExactly(new Spread.Steps(1, 1), new Spread.Steps(2, 3));
        assertThat(shown.bySex().rows()).containsExactly(Figures.of(Group.WOMEN, 13, 11), Figures.of(Group.MEN, 8, 8));
    }
}
