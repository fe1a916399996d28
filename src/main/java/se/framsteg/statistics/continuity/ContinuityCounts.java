package se.framsteg.statistics.continuity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.framsteg.cases.LegalSex;
import se.framsteg.statistics.BySex;
import se.framsteg.statistics.Group;
import se.framsteg.statistics.continuity.ContinuityOverview.Counted;
import se.framsteg.statistics.continuity.ContinuityOverview.Measure;
import se.framsteg.statistics.continuity.ContinuityOverview.Median;
import se.framsteg.statistics.continuity.ContinuityOverview.Value;

/** The counts and medians as they are, and what of them may be shown (docs/adr/0013). */
final class ContinuityCounts {
    private static final int NOT_ASKED = 2;

    private final Map<Measure, BySex> counts = new EnumMap<>(Measure.class);
    private final Map<Value, BySex> having = new EnumMap<>(Value.class);
    private final List<Median> medians = new ArrayList<>();

    /** @param so empty of cases that are not asked */
    void count(Measure measure, LegalSex sex, Optional<Boolean> so, int cases) {
        var column = so.map(yes -> yes ? 0 : 1).orElse(NOT_ASKED);
        counts.computeIfAbsent(measure, _ -> new BySex(3)).add(sex, column, cases);
    }

    void median(Value value, Group group, double median, int cases) {
        medians.add(new Median(value, group, (int) Math.round(median)));
        if (group != Group.ALL) {
            having.computeIfAbsent(value, _ -> new BySex(1))
                    .add(group == Group.WOMEN ? LegalSex.WOMAN : LegalSex.MAN, 0, cases);
        }
    }

    boolean any() {
        return counts.containsKey(Measure.SAME);
    }

    List<Counted> counts() {
        return counts.entrySet().stream()
                .map(entry -> counted(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** How many were not asked is never told, and yet got by subtraction from another measure: it must be enough, too. */
    private static Counted counted(Measure measure, BySex counts) {
        var asked = counts.columns(new int[] {0}, new int[] {1});
        return new Counted(measure, asked.rows(asked.shownTogether() ? counts.groups() : List.of()));
    }

    /** Of groups alone that have enough such numbers; and of how soon, where it is told how many have none. */
    List<Median> medians() {
        return medians.stream()
                .filter(median -> having.getOrDefault(median.value(), new BySex(1))
                        .groups()
                        .contains(median.group()))
                .filter(median -> median.value() != Value.TO_WORK
                        || counts.getOrDefault(Measure.WORK, new BySex(3))
                                .groups()
                                .contains(median.group()))
                .sorted(Comparator.comparing(Median::value).thenComparing(Median::group))
                .toList();
    }
}
