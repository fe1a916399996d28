package se.framsteg.statistics;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.framsteg.statistics.Area.Change;
import se.framsteg.statistics.SmallCells.Band;

/**
 * How much of one area is shown. The spread at the start, the spread now and the directions are about the same persons, so
 * what is hidden in one of them could be worked out from the others. Therefore they become coarser together, on a ladder that
 * is settled by how many are counted and by nothing else: the first rung is taken on which everything can be shown.
 *
 * <p>On the first rung a number may be 0. Below it every number is at least {@value SmallCells#FEWEST}, and what is put
 * together comes to more, since of two parts of a sum one may be 0 and then the other is known. {@code AreaCountsTest} tries
 * every population of some size, and finds none in which what is shown gives away a group of 1–4.
 */
enum Rung {
    /** Each step, and each direction. */
    EACH(true, true),
    /** The lower and the upper half of the scale, and each direction. */
    HALVES(true, true),
    /** No spread, but each direction. */
    DIRECTIONS(false, true),
    /** The halves of the scale, and who is up. */
    HALVES_AND_RISE(true, false),
    /** No spread, but who is up. */
    RISE(false, false);

    /** From so many persons the three directions come before the spread; of fewer, too few are usually down. */
    static final int MANY = 50;

    private static final List<Rung> LADDER_OF_FEW = List.of(EACH, HALVES_AND_RISE, RISE);
    private static final List<Rung> LADDER_OF_MANY = List.of(EACH, HALVES, DIRECTIONS, RISE);

    private static final List<List<Change>> ONE_BY_ONE =
            Stream.of(Change.values()).map(List::of).toList();
    private static final List<List<Change>> UP_OR_NOT = List.of(List.of(Change.DOWN, Change.SAME), List.of(Change.UP));

    private final boolean spread;
    private final boolean directions;

    Rung(boolean spread, boolean directions) {
        this.spread = spread;
        this.directions = directions;
    }

    /**
     * The same persons in three ways.
     *
     * @param start by step
     * @param now by step
     * @param change by {@link Change}
     */
    record Persons(int[] start, int[] now, int[] change) {}

    /** @param persons how many are counted in the area, of both sexes */
    static List<Rung> ladder(int persons) {
        return persons < MANY ? LADDER_OF_FEW : LADDER_OF_MANY;
    }

    /** The directions that are counted as one. */
    List<List<Change>> changes() {
        return directions ? ONE_BY_ONE : UP_OR_NOT;
    }

    /** The steps that are counted as one; none if the spread is not shown. */
    List<Band> bands(int steps) {
        var divisions = SmallCells.divisions(steps);
        return spread ? this == EACH ? divisions.getFirst() : divisions.getLast() : List.of();
    }

    boolean shows(Persons persons) {
        if (this == EACH) {
            return SmallCells.shown(persons.start())
                    && SmallCells.shown(persons.now())
                    && SmallCells.shown(persons.change());
        }
        return changes().stream().allMatch(together -> enough(together.size(), sum(persons.change(), together)))
                && (!spread || halvesShow(persons));
    }

    static int sum(int[] change, List<Change> together) {
        return together.stream().mapToInt(one -> change[one.ordinal()]).sum();
    }

    private static boolean enough(int columns, int sum) {
        return columns == 1 ? sum >= SmallCells.FEWEST : sum > SmallCells.FEWEST;
    }

    private boolean halvesShow(Persons persons) {
        int steps = persons.start().length;
        return steps > 2
                && bands(steps).stream()
                        .allMatch(band -> enough(band.size(), band.sum(persons.start()))
                                && enough(band.size(), band.sum(persons.now())))
                && (!directions || moreThanTheHalvesTell(persons));
    }

    /**
     * By how many one half has grown, so many at the least have moved in that direction. There must be enough others who
     * have moved within a half, or back.
     */
    private boolean moreThanTheHalvesTell(Persons persons) {
        var lower = bands(persons.start().length).getFirst();
        int down = lower.sum(persons.now()) - lower.sum(persons.start());
        return persons.change()[Change.DOWN.ordinal()] - Math.max(0, down) >= SmallCells.FEWEST
                && persons.change()[Change.UP.ordinal()] - Math.max(0, -down) >= SmallCells.FEWEST;
    }

    /** What is left of the ladder from the first rung that shows all these groups; nothing if none does. */
    static List<Rung> from(List<Rung> ladder, List<Persons> groups) {
        int first = IntStream.range(0, ladder.size())
                .filter(i -> groups.stream().allMatch(ladder.get(i)::shows))
                .findFirst()
                .orElse(ladder.size());
        return ladder.subList(first, ladder.size());
    }
}
