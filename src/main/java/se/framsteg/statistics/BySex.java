package se.framsteg.statistics;

import java.util.List;
import java.util.stream.IntStream;
import se.framsteg.cases.LegalSex;

/**
 * Counts by legal sex and column, as they are: nothing of this is shown before {@link SmallCells} has had its say, which {@link #groups}
 * tells. Other rooms that count what is their own keep small counts back by it in the same way.
 */
public final class BySex {
    private final int[] women;
    private final int[] men;

    public BySex(int columns) {
        women = new int[columns];
        men = new int[columns];
    }

    public void add(LegalSex sex, int column, int count) {
        (sex == LegalSex.WOMAN ? women : men)[column] += count;
    }

    int[] all() {
        return IntStream.range(0, women.length)
                .map(column -> women[column] + men[column])
                .toArray();
    }

    int[] of(Group group) {
        return switch (group) {
            case ALL -> all();
            case WOMEN -> women.clone();
            case MEN -> men.clone();
        };
    }

    public int sum(Group group) {
        return IntStream.of(of(group)).sum();
    }

    List<int[]> sexes() {
        return List.of(women.clone(), men.clone());
    }

    /** These columns alone, in this order, each the sum of those named together. */
    public BySex columns(int[]... sums) {
        var columns = new BySex(sums.length);
        for (int i = 0; i < sums.length; i++) {
            for (int column : sums[i]) {
                columns.women[i] += women[column];
                columns.men[i] += men[column];
            }
        }
        return columns;
    }

    /** Whether there are enough, or none, for anything of them to be shown. */
    public boolean shownTogether() {
        return shownTogether(Group.ALL);
    }

    /** The same of a group. */
    public boolean shownTogether(Group group) {
        return SmallCells.shownTogether(sum(group));
    }

    /** Whether both sexes can be told apart in the sums: neither has 1–4. */
    boolean sexesShown() {
        return SmallCells.shown(sum(Group.WOMEN), sum(Group.MEN));
    }

    /** Whose rows may be shown with these columns as they are: everybody's, or each sex's too, or none. */
    public List<Group> groups() {
        if (!shownTogether() || !SmallCells.shown(all())) {
            return List.of();
        }
        return sexes().stream().allMatch(SmallCells::shown)
                ? List.of(Group.ALL, Group.WOMEN, Group.MEN)
                : List.of(Group.ALL);
    }

    public List<Figures> rows(List<Group> groups) {
        return groups.stream().map(group -> Figures.of(group, of(group))).toList();
    }
}
