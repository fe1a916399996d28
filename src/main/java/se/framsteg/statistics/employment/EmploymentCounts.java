package se.framsteg.statistics.employment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import se.framsteg.cases.LegalSex;
import se.framsteg.statistics.BySex;
import se.framsteg.statistics.Group;
import se.framsteg.statistics.SmallCells;
import se.framsteg.statistics.employment.EmploymentOverview.Cohort;
import se.framsteg.statistics.employment.EmploymentOverview.Column;
import se.framsteg.statistics.employment.EmploymentOverview.Counted;
import se.framsteg.statistics.employment.EmploymentOverview.Diversity;
import se.framsteg.statistics.employment.EmploymentOverview.Measure;
import se.framsteg.statistics.employment.EmploymentOverview.Median;
import se.framsteg.statistics.employment.EmploymentOverview.Value;

/**
 * The counts and medians as they are, and what of them may be shown (docs/adr/0013). The tables of jobs hold each other: a job on the last
 * day is one in the period, and who started a year ago started half a year ago. So each is shown only if what it leaves of those shown before is
 * none or enough, too.
 */
final class EmploymentCounts {
    /** Of fewer jobs it says little how different they are: IPS-25 asks for ten, in item 21. */
    static final int FEWEST_JOBS = 10;

    private static final int OPEN = 0;
    private static final int OTHER = 1;
    private static final int NONE = 2;

    private static final List<Form> JOBS = List.of(
            new Form(List.of(Column.OPEN, Column.OTHER_JOB, Column.NO_JOB), new int[][] {{OPEN}, {OTHER}, {NONE}}),
            new Form(List.of(Column.JOB, Column.NO_JOB), new int[][] {{OPEN, OTHER}, {NONE}}));
    private static final Form YES_NO = new Form(List.of(Column.YES, Column.NO), new int[][] {{0}, {1}});

    /** What of it can be got by subtraction, where one table holds another. */
    private static final int[][] OF_A_LARGER = {{OPEN}, {OTHER}, {NONE}, {OPEN, OTHER}, {OPEN, OTHER, NONE}};

    private static final int[][] OF_A_LONGER = {{OPEN}, {OPEN, OTHER}};

    /** How a table is told: its columns, and which counts each is the sum of. */
    private record Form(List<Column> columns, int[][] sums) {}

    private record Key(Measure measure, Cohort cohort) {}

    private record Shown(Key key, BySex counts, List<Group> groups) {}

    private record Jobs(Group group, int persons, Map<Diversity.Of, Diversity> of) {}

    private final Map<Measure, Map<Cohort, BySex>> counts = new EnumMap<>(Measure.class);
    private final Map<Value, BySex> having = new EnumMap<>(Value.class);
    private final List<Median> medians = new ArrayList<>();
    private final List<Jobs> jobs = new ArrayList<>();

    void count(Measure measure, Cohort cohort, LegalSex sex, int column, int cases) {
        counts.computeIfAbsent(measure, _ -> new EnumMap<>(Cohort.class))
                .computeIfAbsent(cohort, _ -> new BySex(3))
                .add(sex, column, cases);
    }

    void median(Value value, Group group, double median, int cases) {
        medians.add(new Median(value, group, (int) Math.round(median)));
        if (group != Group.ALL) {
            having.computeIfAbsent(value, _ -> new BySex(1))
                    .add(group == Group.WOMEN ? LegalSex.WOMAN : LegalSex.MAN, 0, cases);
        }
    }

    void jobs(Group group, int persons, Diversity occupations, Diversity employers) {
        jobs.add(new Jobs(
                group, persons, Map.of(Diversity.Of.OCCUPATIONS, occupations, Diversity.Of.EMPLOYERS, employers)));
    }

    boolean any() {
        return !counts.isEmpty();
    }

    List<Counted> counts() {
        var told = new ArrayList<Counted>();
        var shown = new ArrayList<Shown>();
        for (var cohort : Cohort.values()) {
            for (var measure : List.of(Measure.NOW, Measure.SOME)) {
                told(new Key(measure, cohort), shown, told);
            }
        }
        for (var measure : List.of(Measure.PLACEMENT, Measure.STUDY)) {
            var table = table(new Key(measure, Cohort.ALL)).columns(YES_NO.sums());
            if (table.sum(Group.ALL) > 0) {
                told.add(new Counted(Cohort.ALL, measure, YES_NO.columns(), table.rows(table.groups())));
            }
        }
        return told;
    }

    private BySex table(Key key) {
        return counts.getOrDefault(key.measure(), Map.of()).getOrDefault(key.cohort(), new BySex(3));
    }

    private void told(Key key, List<Shown> shown, List<Counted> told) {
        var table = table(key);
        if (table.sum(Group.ALL) == 0) {
            return;
        }
        for (var form : JOBS) {
            var groups = groups(key, table.columns(form.sums()), shown);
            if (!groups.isEmpty()) {
                shown.add(new Shown(key, table, groups));
                told.add(new Counted(
                        key.cohort(),
                        key.measure(),
                        form.columns(),
                        table.columns(form.sums()).rows(groups)));
                return;
            }
        }
        told.add(new Counted(key.cohort(), key.measure(), List.of(), List.of()));
    }

    /** Whose rows may be shown, beside what is shown already. */
    private List<Group> groups(Key key, BySex columns, List<Shown> shown) {
        var groups = columns.groups();
        var table = table(key);
        if (!groups.stream().allMatch(group -> apart(key, table, group, shown))) {
            groups = groups.contains(Group.ALL) && apart(key, table, Group.ALL, shown) ? List.of(Group.ALL) : List.of();
        }
        return groups;
    }

    private static boolean apart(Key key, BySex table, Group group, List<Shown> shown) {
        return shown.stream()
                .filter(one -> one.groups().contains(group))
                .allMatch(one -> Stream.of(held(key, one.key()))
                        .allMatch(column -> SmallCells.shown(
                                Math.abs(one.counts().columns(column).sum(group)
                                        - table.columns(column).sum(group)))));
    }

    /** The columns that tell of the same persons in both; none if neither holds the other. */
    private static int[][] held(Key one, Key other) {
        if (one.measure() == other.measure()) {
            return OF_A_LARGER;
        }
        return one.cohort() == other.cohort() ? OF_A_LONGER : new int[0][];
    }

    /** Of groups alone that have enough such numbers. */
    List<Median> medians() {
        return medians.stream()
                .filter(median -> having.getOrDefault(median.value(), new BySex(1))
                        .groups()
                        .contains(median.group()))
                .sorted(Comparator.comparing(Median::value).thenComparing(Median::group))
                .toList();
    }

    /** Of enough jobs of enough persons; of each sex where both are enough. */
    List<Diversity> diversities() {
        return Stream.of(Diversity.Of.values())
                .flatMap(of -> {
                    var enough = jobs.stream()
                            .filter(one -> one.persons() > 0 && SmallCells.shown(one.persons()))
                            .flatMap(one -> Stream.ofNullable(one.of().get(of)))
                            .filter(one -> one.jobs() >= FEWEST_JOBS)
                            .sorted(Comparator.comparing(Diversity::group))
                            .toList();
                    var sexes = enough.size() == Group.values().length;
                    return enough.stream().filter(one -> sexes || one.group() == Group.ALL);
                })
                .toList();
    }
}
