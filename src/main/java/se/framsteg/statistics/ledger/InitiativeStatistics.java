package se.framsteg.statistics.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.NotFoundException;

/** The door to statistics: to the ledger, for officers, board and leads, and for leads to the living cases. */
@Component
public class InitiativeStatistics {
    private final Guard guard;

    InitiativeStatistics(Guard guard) {
        this.guard = guard;
    }

    /**
     * What the ledger tells of the period, one table for each universe and attribute: also those of which nothing is told.
     *
     * @param from the first day
     * @param to the last day, not before the first
     * @throws NotFoundException if the actor may not see it
     */
    @Transactional
    public List<FigureTable> told(Actor actor, InitiativeId initiative, LocalDate from, LocalDate to) {
        return told(actor, Set.of(initiative), from, to);
    }

    /**
     * The same of several together.
     *
     * @throws NotFoundException if the actor may not see all of them
     */
    @Transactional
    public List<FigureTable> told(Actor actor, Set<InitiativeId> initiatives, LocalDate from, LocalDate to) {
        initiatives.forEach(one -> guard.admit(actor, Action.SEE_STATISTICS, one));
        return List.of();
    }

    /**
     * The same tables of today’s cases, those that the lead reaches, without anything kept back. For work: reports tell the ledger.
     *
     * @throws NotFoundException unless the actor leads the initiative
     */
    @Transactional
    public List<FigureTable> exact(Actor actor, InitiativeId initiative, LocalDate from, LocalDate to) {
        guard.admit(actor, Action.SEE_WORKLOAD, initiative);
        return List.of();
    }
}
