package se.framsteg.plan.areas;

import java.util.List;
import java.util.Optional;
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

    public boolean isEmpty() {
        return goals.isEmpty() && efforts.isEmpty() && ongoing.isEmpty();
    }
}
