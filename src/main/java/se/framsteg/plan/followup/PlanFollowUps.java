package se.framsteg.plan.followup;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.initiative.InitiativeRegister;
import se.framsteg.plan.followup.PlanFollowUp.Measure;
import se.framsteg.plan.followup.PlanFollowUp.Median;
import se.framsteg.plan.followup.PlanFollowUp.Table;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.statistics.Figures;
import se.framsteg.statistics.Period;
import se.framsteg.statistics.Quarter;

/**
 * The door to how joint plans are followed up in an initiative: for its leads, of the cases that they reach. Small counts
 * are kept back from them too, since the page is printed and laid on tables. What is asked is whether plans are followed up, whether those who were asked came, and how long it took; how many plans
 * there are says nothing.
 */
@Component
public class PlanFollowUps {
    private final InitiativeRegister initiatives;
    private final PlanFollowUpQueries queries;
    private final Guard guard;
    private final Clock clock;

    PlanFollowUps(InitiativeRegister initiatives, PlanFollowUpQueries queries, Guard guard, Clock clock) {
        this.initiatives = initiatives;
        this.queries = queries;
        this.guard = guard;
        this.clock = clock;
    }

    /**
     * @param from the first quarter, as in {@link Quarter#toString}; a year before the last one if none or not offered
     * @param to the last quarter; the latest offered if none or not offered
     * @throws NotFoundException if the actor may not see it
     */
    @Transactional
    public PlanFollowUp of(Actor.Staff staff, InitiativeId id, Optional<String> from, Optional<String> to) {
        guard.admit(staff, Action.SEE_FOLLOW_UP, id);
        var initiative = initiatives.find(id).orElseThrow(NotFoundException::new);
        var today = LocalDate.now(clock);
        var period = Period.of(from, to, Quarter.of(today));
        var question = new PlanFollowUpQueries.Question(id, period, today, staff.id());
        var tables = queries.counts(question).shown();
        return new PlanFollowUp(
                id,
                initiative.name(),
                period,
                period.to().equals(Quarter.of(today)),
                tables,
                days(tables, queries.days(question)));
    }

    /** Of those groups alone whose table of needs is shown, and of which enough have met. */
    private static List<Median> days(List<Table> tables, List<Median> found) {
        var groups = tables.stream()
                .filter(table -> table.measure() == Measure.NEED)
                .flatMap(table -> table.parts().stream())
                .flatMap(part -> part.rows().stream())
                .filter(row -> row.numbers().getFirst() > 0)
                .map(Figures::group)
                .toList();
        return found.stream()
                .filter(median -> groups.contains(median.group()))
                .sorted(Comparator.comparing(Median::group))
                .toList();
    }
}
