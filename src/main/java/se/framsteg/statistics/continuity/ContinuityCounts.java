package se.framsteg.statistics.continuity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import se.framsteg.cases.LegalSex;
import se.framsteg.statistics.BySex;
import se.framsteg.statistics.Group;
import se.framsteg.statistics.continuity.ContinuityOverview.Counted;
import se.framsteg.statistics.continuity.ContinuityOverview.Measure;
import se.framsteg.statistics.continuity.ContinuityOverview.Median;
import se.framsteg.statistics.continuity.ContinuityOverview.Value;

/** The counts and medians as they are, and what of them may be shown (docs/adr/0013). */
final class ContinuityCounts {
    private final Map<Measure, BySex> counts = new EnumMap<>(Measure.class);
    private final Map<Value, BySex> having = new EnumMap<>(Value.class);
    private final List<Median> medians = new ArrayList<>();

    void count(Measure measure, LegalSex sex, boolean so, int cases) {
        counts.computeIfAbsent(measure, _ -> new BySex(2)).add(sex, so ? 0 : 1, cases);
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
                .map(entry -> new Counted(
                        entry.getKey(), entry.getValue().rows(entry.getValue().groups())))
                .toList();
    }

    /** Of groups alone that have enough such numbers; and of how soon, where it is told how many have none. */
    List<Median> medians() {
        return medians.stream()
                .filter(median -> having.getOrDefault(median.value(), new BySex(1))
                        .groups()
                        .contains(median.group()))
                .filter(median -> median.value() != Value.TO_WORK
                        || counts.getOrDefault(Measure.WORK, new BySex(2))
                                .groups()
                                .contains(median.group()))
                .sorted(Comparator.comparing(Median::value).thenComparing(Median::group))
                .toList();
    }
}
