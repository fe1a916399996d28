package se.framsteg.statistics.employment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.initiative.InitiativeRegister;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.statistics.Period;
import se.framsteg.statistics.Quarter;

/**
 * The door to work over the cases of an initiative, for its leads and of the cases that they reach. Small counts are kept back from them too,
 * since such a page is printed and laid on tables.
 */
@Component
public class EmploymentOverviews {
    private final InitiativeRegister initiatives;
    private final EmploymentQueries queries;
    private final Guard guard;
    private final Clock clock;

    EmploymentOverviews(InitiativeRegister initiatives, EmploymentQueries queries, Guard guard, Clock clock) {
        this.initiatives = initiatives;
        this.queries = queries;
        this.guard = guard;
        this.clock = clock;
    }

    /**
     * @param from the first quarter, as in {@link Quarter#toString}; a year before the last one if none or not offered
     * @param to the last quarter; the present one if none or not offered
     * @throws NotFoundException unless the actor leads the initiative
     */
    @Transactional
    public EmploymentOverview of(Actor.Staff staff, InitiativeId id, Optional<String> from, Optional<String> to) {
        guard.admit(staff, Action.SEE_WORKLOAD, id);
        var today = LocalDate.now(clock);
        var period = Period.of(from, to, Quarter.of(today));
        var end = period.to().last();
        var last = end.isAfter(today) ? today : end;
        var counts = queries.counts(id, period.from().first(), last);
        return new EmploymentOverview(
                id,
                initiatives.find(id).orElseThrow(NotFoundException::new).name(),
                period,
                last,
                counts.any(),
                counts.counts(),
                counts.medians(),
                counts.diversities());
    }
}
