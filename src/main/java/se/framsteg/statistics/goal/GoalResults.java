package se.framsteg.statistics.goal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.initiative.Initiative;
import se.framsteg.initiative.goal.Goal;
import se.framsteg.initiative.goal.Goals;
import se.framsteg.initiative.outreach.OrganisationActivities;
import se.framsteg.initiative.outreach.OrganisationActivity;
import se.framsteg.initiative.training.TrainingView;
import se.framsteg.initiative.training.Trainings;
import se.framsteg.shared.InitiativeId;
import se.framsteg.statistics.Group;
import se.framsteg.statistics.ledger.Attribute;
import se.framsteg.statistics.ledger.FigureTable;
import se.framsteg.statistics.ledger.FigureTable.Row;
import se.framsteg.statistics.ledger.InitiativeStatistics;
import se.framsteg.statistics.ledger.Share;
import se.framsteg.statistics.ledger.Universe;

/** The door to goals against results: of people as the ledger tells it, of staff and what was typed in as it is. */
@Component
public class GoalResults {
    /** What the columns of coarser divisions of outcomes stand for. */
    private static final Map<String, Set<String>> TOGETHER = Map.of(
            "ONWARD", Set.of("WORK", "SUBSIDISED_WORK", "STUDY"),
            "NOT_ONWARD", Set.of("PLACEMENT", "OTHER", "JOB_SEEKER", "OTHER_EFFORT", "SICK_LEAVE", "UNKNOWN"));

    private static final Set<String> ELSE = Set.of("OTHER", "JOB_SEEKER", "OTHER_EFFORT", "SICK_LEAVE", "UNKNOWN");

    private final Guard guard;
    private final Goals goals;
    private final Trainings trainings;
    private final OrganisationActivities activities;
    private final InitiativeStatistics statistics;

    GoalResults(
            Guard guard,
            Goals goals,
            Trainings trainings,
            OrganisationActivities activities,
            InitiativeStatistics statistics) {
        this.activities = activities;
        this.guard = guard;
        this.goals = goals;
        this.trainings = trainings;
        this.statistics = statistics;
    }

    /**
     * The goals of an initiative that are still to be reached, in order, each beside its result since the initiative began.
     *
     * @param to the last day that counts
     * @throws se.framsteg.shared.NotFoundException unless the actor may see its own side and statistics
     */
    @Transactional
    public List<GoalResult> of(Actor.Staff actor, Initiative initiative, LocalDate to) {
        guard.admit(actor, Action.SEE_INITIATIVE_AFFAIRS, initiative.id());
        var people = initiative.structural() || to.isBefore(initiative.startsOn())
                ? List.<FigureTable>of()
                : statistics.told(actor, initiative.id(), initiative.startsOn(), to);
        return of(List.of(initiative), Map.of(initiative.id(), people), to).getOrDefault(initiative.id(), List.of());
    }

    /** What results are worked out from: tables since the initiative began, who has learnt the method, and what was done with organisations. */
    private record Counted(List<FigureTable> people, int trained, List<OrganisationActivity> activities) {}

    /**
     * For other rooms: the same of several initiatives, those without goals missing, in a handful of statements. Guards nothing: to be asked
     * inside the transaction of a guarded door.
     *
     * @param people what the ledger tells of each since it began, up to the day; missing of the structural ones
     */
    public Map<InitiativeId, List<GoalResult>> of(
            Collection<Initiative> initiatives, Map<InitiativeId, List<FigureTable>> people, LocalDate to) {
        var ids = initiatives.stream().map(Initiative::id).toList();
        var asked = goals.of(ids, to);
        var trained = trainings.trained(ids, to);
        var done = activities.of(ids);
        return initiatives.stream()
                .filter(one -> asked.containsKey(one.id()))
                .collect(Collectors.toMap(Initiative::id, one -> {
                    var counted = new Counted(
                            people.getOrDefault(one.id(), List.of()),
                            Optional.ofNullable(trained.get(one.id()))
                                    .map(TrainingView.Numbers::all)
                                    .orElse(0),
                            done.getOrDefault(one.id(), List.of()));
                    return asked.getOrDefault(one.id(), List.of()).stream()
                            .map(goal -> result(one, goal, counted, to))
                            .toList();
                }));
    }

    private static GoalResult result(Initiative initiative, Goal goal, Counted counted, LocalDate to) {
        var people = counted.people();
        return switch (goal.measure()) {
            case PARTICIPANTS ->
                table(people, Universe.STARTED, Attribute.NUMBER)
                        .map(table -> table.number(Group.ALL)
                                .map(number -> GoalResult.number(goal, number, table.more()))
                                .orElseGet(() -> GoalResult.unknown(goal, table.more())))
                        .orElseGet(() -> GoalResult.unknown(goal, false));
            case ONWARD ->
                table(people, Universe.ENDED, Attribute.OUTCOME)
                        .map(table -> onward(table, goal)
                                .map(share -> GoalResult.of(goal, share, table.more()))
                                .orElseGet(() -> GoalResult.unknown(goal, table.more())))
                        .orElseGet(() -> GoalResult.unknown(goal, false));
            case USEFUL -> GoalResult.unknown(goal, false);
            case STAFF_TRAINED -> GoalResult.number(goal, trained(initiative, counted, to), false);
            case FREE ->
                goal.latest()
                        .map(latest -> new GoalResult(goal, latest.value(), Optional.empty(), latest.words(), false))
                        .orElseGet(() -> GoalResult.unknown(goal, false));
        };
    }

    /** In a structural initiative those who took part in its trainings up to the day, otherwise those who have learnt the method. */
    private static long trained(Initiative initiative, Counted counted, LocalDate to) {
        return initiative.structural()
                ? counted.activities().stream()
                        .filter(one -> one.kind() == OrganisationActivity.Kind.TRAINING
                                && !one.on().isAfter(to))
                        .mapToLong(OrganisationActivity::reached)
                        .sum()
                : counted.trained();
    }

    private static Optional<FigureTable> table(List<FigureTable> tables, Universe universe, Attribute attribute) {
        return tables.stream()
                .filter(table -> table.universe() == universe && table.attribute() == attribute)
                .findFirst();
    }

    /** The share that went on to what the goal counts; empty where the division that is told is too coarse to say. */
    static Optional<Share> onward(FigureTable outcomes, Goal goal) {
        var wanted = goal.outcomes().stream().map(Enum::name).collect(Collectors.toSet());
        var fine = outcomes.columns().stream().anyMatch(column -> column.code().equals("JOB_SEEKER"));
        var found = new HashSet<String>();
        return outcomes.row(Group.ALL).flatMap(row -> {
            int part = 0;
            for (int i = 0; i < outcomes.columns().size(); i++) {
                var means = means(outcomes.columns().get(i).code(), fine);
                if (wanted.containsAll(means)) {
                    found.addAll(means);
                    part += row.numbers().get(i);
                }
            }
            int known = known(outcomes, row);
            return found.equals(wanted) && known > 0 ? Optional.of(new Share(part, known)) : Optional.empty();
        });
    }

    private static Set<String> means(String code, boolean fine) {
        return code.equals("OTHER") && !fine ? ELSE : TOGETHER.getOrDefault(code, Set.of(code));
    }

    private static int known(FigureTable table, Row row) {
        int known = 0;
        for (int i = 0; i < table.columns().size(); i++) {
            known += table.columns().get(i).blank() ? 0 : row.numbers().get(i);
        }
        return known;
    }
}
