package se.framsteg.plan.areas;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.framsteg.cases.story.Happening;
import se.framsteg.plan.LifeArea;
import se.framsteg.plan.Plan;

/**
 * What is planned and what goes on in one area of life.
 *
 * @param area empty for what belongs to none
 * @param goals of the open plan, in the order in which they were added; those left are left out
 * @param efforts of the open plan, those that are not done first
 * @param ongoing what other rooms tell of
 */
public record AreaOfLife(
        Optional<LifeArea> area, List<Plan.Goal> goals, List<Plan.Effort> efforts, List<Happening> ongoing) {
    public AreaOfLife {
        goals = List.copyOf(goals);
        efforts = List.copyOf(efforts);
        ongoing = List.copyOf(ongoing);
    }

    /** All areas of life, in order, and last what belongs to none if there is any such. */
    static List<AreaOfLife> all(Optional<Plan> plan, List<Happening> others) {
        var all = Stream.concat(
                        Arrays.stream(LifeArea.values()).map(Optional::of), Stream.of(Optional.<LifeArea>empty()))
                .map(area -> area(area, plan, others))
                .toList();
        return all.getLast().isEmpty() ? all.subList(0, all.size() - 1) : all;
    }

    private static AreaOfLife area(Optional<LifeArea> area, Optional<Plan> plan, List<Happening> others) {
        return new AreaOfLife(
                area,
                plan.stream()
                        .flatMap(one -> one.goals().stream())
                        .filter(goal -> goal.area().equals(area) && goal.state() != Plan.Goal.State.LEFT)
                        .toList(),
                plan.stream()
                        .flatMap(one -> one.efforts().stream()
                                .filter(effort -> of(one, effort).equals(area)))
                        .sorted(Comparator.comparing(Plan.Effort::state))
                        .toList(),
                others.stream()
                        .filter(one ->
                                area.isPresent() && Ongoing.area(one.lane()).equals(area))
                        .toList());
    }

    /** Its own, or that of the goal that it is for. */
    static Optional<LifeArea> of(Plan plan, Plan.Effort effort) {
        return effort.area()
                .or(() -> plan.goals().stream()
                        .filter(goal -> effort.goal().filter(goal.id()::equals).isPresent())
                        .findFirst()
                        .flatMap(Plan.Goal::area));
    }

    /** What is to be done. */
    public List<Plan.Effort> planned() {
        return efforts.stream()
                .filter(effort -> effort.state() == Plan.Effort.State.PLANNED)
                .toList();
    }

    public boolean isEmpty() {
        return goals.isEmpty() && efforts.isEmpty() && ongoing.isEmpty();
    }
}
