package se.framsteg.plan.followup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import se.framsteg.cases.LegalSex;
import se.framsteg.plan.followup.PlanFollowUp.Measure;
import se.framsteg.plan.followup.PlanFollowUp.Outcome;
import se.framsteg.plan.followup.PlanFollowUp.Part;
import se.framsteg.plan.followup.PlanFollowUp.Table;
import se.framsteg.statistics.BySex;
import se.framsteg.statistics.Group;

/**
 * The counts as they are, and what of them may be shown (docs/adr/0013): each outcome by itself; or those that are not a yes together;
 * or nothing.
 */
final class FollowUpCounts {
    private static final List<List<Outcome>> EACH =
            Arrays.stream(Outcome.values()).map(List::of).toList();
    private static final List<List<Outcome>> YES_OR_NOT =
            List.of(List.of(Outcome.YES), List.of(Outcome.NO, Outcome.NOT_TOLD));
    private static final List<List<Outcome>> TWO = List.of(List.of(Outcome.YES), List.of(Outcome.NO));

    private final Map<Measure, Map<String, Counted>> counts = new EnumMap<>(Measure.class);

    /** What is counted and whom it is about: many efforts may be those of one person, so that both must be many enough. */
    private record Counted(BySex number, BySex persons) {
        Counted() {
            this(new BySex(Outcome.values().length), new BySex(Outcome.values().length));
        }
    }

    void add(ResultSet row) throws SQLException {
        add(
                Measure.valueOf(row.getString("measure")),
                row.getString("part"),
                LegalSex.valueOf(row.getString("legal_sex")),
                Outcome.valueOf(row.getString("outcome")),
                row.getInt("number"),
                row.getInt("persons"));
    }

    void add(Measure measure, String part, LegalSex sex, Outcome outcome, int number, int persons) {
        var counted = counts.computeIfAbsent(measure, _ -> new TreeMap<>()).computeIfAbsent(part, _ -> new Counted());
        counted.number().add(sex, outcome.ordinal(), number);
        counted.persons().add(sex, outcome.ordinal(), persons);
    }

    List<Table> shown() {
        var tables = new ArrayList<Table>();
        for (var measure : Measure.values()) {
            var parts = counts.getOrDefault(measure, Map.of()).entrySet().stream()
                    .map(part -> shown(part.getKey(), part.getValue(), blank(measure)))
                    .toList();
            tables.add(new Table(measure, parts));
        }
        return tables;
    }

    /** Whether nothing may have been told of it: of a meeting it is known whether it was held. */
    private static boolean blank(Measure measure) {
        return switch (measure) {
            case EFFORT, CAME -> true;
            case FOLLOW_UP, PLAN, DATED, NEED -> false;
        };
    }

    private static Part shown(String part, Counted counted, boolean blank) {
        for (var columns : blank ? List.of(EACH, YES_OR_NOT) : List.of(TWO)) {
            var places = columns.stream().map(FollowUpCounts::places).toArray(int[][]::new);
            var together = counted.number().columns(places);
            var groups = new ArrayList<>(groups(together, columns));
            groups.retainAll(groups(counted.persons().columns(places), columns));
            if (!groups.isEmpty()) {
                return new Part(part, columns, together.rows(groups));
            }
        }
        return new Part(part, List.of(), List.of());
    }

    /** What is put together must come to more than what stands alone, in each group. */
    private static List<Group> groups(BySex together, List<List<Outcome>> columns) {
        var groups = together.groups();
        var joined = IntStream.range(0, columns.size())
                .filter(column -> columns.get(column).size() > 1)
                .mapToObj(column -> together.columns(new int[] {column}))
                .toList();
        if (joined.stream().allMatch(column -> groups.stream().allMatch(column::shownTogether))) {
            return groups;
        }
        return joined.stream().allMatch(BySex::shownTogether) && !groups.isEmpty() ? List.of(Group.ALL) : List.of();
    }

    private static int[] places(List<Outcome> outcomes) {
        return outcomes.stream().mapToInt(Outcome::ordinal).toArray();
    }
}
