package se.framsteg.statistics.figure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.access.Role;
import se.framsteg.initiative.Initiative;
import se.framsteg.initiative.InitiativeRegister;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.statistics.ledger.FigureTable;
import se.framsteg.statistics.ledger.InitiativeStatistics;

/** The door to the page of statistics: what there is to choose between, and what the choice tells. */
@Component
public class StatisticsViews {
    private final InitiativeRegister initiatives;
    private final InitiativeStatistics statistics;
    private final Guard guard;
    private final Clock clock;

    StatisticsViews(InitiativeRegister initiatives, InitiativeStatistics statistics, Guard guard, Clock clock) {
        this.initiatives = initiatives;
        this.statistics = statistics;
        this.guard = guard;
        this.clock = clock;
    }

    /**
     * @param asked the initiatives to add up; all that the actor may see if none of them is among those
     * @param span as in {@link Span#code}; all time if none or not offered
     * @param exactly whether exact numbers are asked for, which those get who lead the one initiative that is chosen
     * @throws NotFoundException if statistics are not in the actor's work at all
     */
    @Transactional
    public StatisticsView of(
            Actor.Staff staff, Collection<InitiativeId> asked, Optional<String> span, boolean exactly) {
        if (Stream.of(Role.LEAD, Role.ASSOCIATION_OFFICER, Role.BOARD).noneMatch(staff::is)) {
            throw new NotFoundException();
        }
        var open = initiatives.all(staff, staff.association()).stream()
                .filter(one -> guard.allows(staff, Action.SEE_STATISTICS, one.id()))
                .toList();
        var chosen = chosen(open, asked);
        var today = LocalDate.now(clock);
        var first = open.stream()
                .filter(one -> chosen.contains(one.id()))
                .map(Initiative::startsOn)
                .min(LocalDate::compareTo)
                .orElse(today);
        var spans = Span.offered(first, today);
        var of = Span.of(span, spans);
        var led = chosen.size() == 1
                && guard.allows(staff, Action.SEE_WORKLOAD, chosen.iterator().next());
        return new StatisticsView(
                open.stream()
                        .map(one -> new StatisticsView.Choice(one.id(), one.name(), chosen.contains(one.id())))
                        .toList(),
                of,
                spans,
                statistics.least(),
                led,
                led && exactly,
                tables(staff, chosen, of, led && exactly));
    }

    private static Set<InitiativeId> chosen(List<Initiative> open, Collection<InitiativeId> asked) {
        var all = open.stream().map(Initiative::id).collect(Collectors.toSet());
        var some = all.stream().filter(asked::contains).collect(Collectors.toSet());
        return some.isEmpty() ? all : some;
    }

    private List<FigureTable> tables(Actor.Staff staff, Set<InitiativeId> chosen, Span span, boolean exact) {
        return exact
                ? statistics.exact(staff, chosen.iterator().next(), span.from(), span.to())
                : statistics.told(staff, chosen, span.from(), span.to());
    }
}
