package se.framsteg.statistics.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One universe of one initiative: what has been told of it, and what may be told next. Persons come in blocks, numbered from 1, which never
 * change; every table tells of whole blocks, in order and each once. Knows neither days nor a database.
 *
 * <p>What is told, and why it tells of nobody, is argued in docs/adr/0020 and attacked in {@code LedgerAttackTest}.
 */
final class Shelf {
    private final Universe universe;
    private final Threshold threshold;
    /** The universe that this one’s persons are taken from. */
    private final Optional<Shelf> within;

    private final List<Told> blocks = new ArrayList<>();
    private final Map<Table, List<Told>> rows = new HashMap<>();
    private int waited;
    private boolean closed = true;

    Shelf(Universe universe, Threshold threshold, Optional<Shelf> within) {
        this.universe = universe;
        this.threshold = threshold;
        this.within = within;
    }

    /** How many of these blocks’ persons have each code, women first. */
    interface Counts {
        List<int[]> of(int after, int to);
    }

    Universe universe() {
        return universe;
    }

    /** The number of the last block. */
    int last() {
        return blocks.size();
    }

    /** On how many closing days it has waited. */
    int waited() {
        return waited;
    }

    /** Whether all had been told of on the last closing day: so that what hangs on it can be. */
    boolean closed() {
        return closed;
    }

    /** What has been told before, in order. */
    void put(Told row) {
        (row.table().equals(Table.number(universe)) ? blocks : rows(row.table())).add(row);
    }

    /** On how many closing days it has waited until now. */
    void waited(int days) {
        waited = days;
        closed = days == 0;
    }

    /**
     * A closing day: tells of those who have come, as a block, if they are enough women and enough men, or none. When that has been tried in
     * vain often enough they are told of together; and so are all after them, where they are taken from another universe.
     *
     * @param fresh persons who are in no block yet: women and men
     * @return the block; none if nobody has come, or they wait
     */
    Optional<Told> close(int... fresh) {
        int sum = fresh[0] + fresh[1];
        boolean open = within.map(other -> other.closed).orElse(true);
        boolean bySex = sexesAreToldOfAll() && threshold.tells(fresh) && leavesEnough(fresh);
        boolean together = (waited >= threshold.patience() || !sexesAreToldOfAll())
                && threshold.tells(sum)
                && (within.isEmpty() || threshold.tells(left() - sum));
        closed = open && (sum == 0 || bySex || together);
        waited = closed ? 0 : waited + 1;
        if (!closed || sum == 0) {
            return Optional.empty();
        }
        var numbers = bySex ? List.of(new int[] {fresh[0]}, new int[] {fresh[1]}) : List.of(new int[] {sum});
        return Optional.of(told(new Told(Table.number(universe), last(), last() + 1, bySex, numbers)));
    }

    /**
     * Whether women and men can be told apart here: not where some of those who could be among them have been told of together. Of them it
     * would come out later what they are.
     */
    private boolean sexesAreToldOfAll() {
        return within.map(other -> withoutSex() + other.withoutSex() == 0).orElse(true);
    }

    /** Whether those of the other universe who are not in this one are enough women and men, too, or none. */
    private boolean leavesEnough(int... fresh) {
        return within.map(other -> threshold.tells(
                        other.persons(0) - persons(0) - fresh[0], other.persons(1) - persons(1) - fresh[1]))
                .orElse(true);
    }

    /** Of the other universe, who are not in this one. */
    private int left() {
        return within.map(other -> other.persons() - persons()).orElse(0);
    }

    private int persons() {
        return blocks.stream().mapToInt(block -> block.all()[0]).sum();
    }

    private int withoutSex() {
        return blocks.stream()
                .filter(block -> !block.bySex())
                .mapToInt(block -> block.all()[0])
                .sum();
    }

    private int persons(int sex) {
        return blocks.stream()
                .filter(Told::bySex)
                .mapToInt(block -> block.numbers().get(sex)[0])
                .sum();
    }

    /**
     * Tells of the blocks up to this one, those that haven’t been told of yet, how they are divided by an attribute: at each level of its
     * ladder where they are enough.
     *
     * @param tables which table each level is
     * @param to a block that hasn’t been asked about before
     */
    List<Told> divide(Ladder ladder, List<Table> tables, int to, Counts counts) {
        var fresh = new ArrayList<Told>();
        var above = blocks;
        for (int i = 0;
                i < tables.size()
                        && !above.isEmpty()
                        && above.get(above.size() - 1).to() >= to;
                i++) {
            divide(ladder.levels().get(i), tables.get(i), above, to, counts).ifPresent(fresh::add);
            above = rows(tables.get(i));
        }
        return fresh;
    }

    private Optional<Told> divide(Ladder.Level level, Table table, List<Told> above, int to, Counts counts) {
        int after = toldTo(table);
        var sexes = counts.of(after, to).stream().map(level::sum).toList();
        var all = Told.plus(sexes.getFirst(), sexes.getLast());
        if (after >= to || !threshold.tells(all)) {
            return Optional.empty();
        }
        // What has waited is never told by sex: that it waited, and how it came out for women and for men, would tell
        // too much.
        boolean bySex = above.stream().anyMatch(row -> row.bySex() && row.after() == after && row.to() == to)
                && sexes.stream().allMatch(threshold::tells);
        return Optional.of(told(new Told(table, after, to, bySex, bySex ? sexes : List.of(all))));
    }

    private Told told(Told row) {
        put(row);
        return row;
    }

    private List<Told> rows(Table table) {
        return rows.computeIfAbsent(table, _ -> new ArrayList<>());
    }

    /** The number of the last block that a table has been told of. */
    int toldTo(Table table) {
        var told = rows(table);
        return told.isEmpty() ? 0 : told.getLast().to();
    }
}
