package se.framsteg.statistics.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
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
import se.framsteg.initiative.InitiativeRegister;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.NotFoundException;

/** The door to statistics with what can be asked about. */
@Component
class StatisticsViews {
    private final InitiativeStatistics statistics;
    private final InitiativeRegister initiatives;
    private final LedgerSettings settings;
    private final Guard guard;
    private final Clock clock;

    StatisticsViews(
            InitiativeStatistics statistics,
            InitiativeRegister initiatives,
            LedgerSettings settings,
            Guard guard,
            Clock clock) {
        this.statistics = statistics;
        this.initiatives = initiatives;
        this.settings = settings;
        this.guard = guard;
        this.clock = clock;
    }

    /**
     * @param asked which initiatives; all that the actor may ask about if none
     * @param from the first day; that of the first initiative if none
     * @param to the last day; today if none
     * @param exact whether the living cases are counted, where the actor may
     * @throws NotFoundException if there is no initiative that the actor may ask about, or one of those asked about is none
     */
    @Transactional
    StatisticsView of(
            Actor.Staff actor,
            Set<InitiativeId> asked,
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            boolean exact) {
        var all = initiatives.all(actor, actor.association()).stream()
                .filter(one -> !one.structural() && guard.allows(actor, Action.SEE_STATISTICS, one.id()))
                .toList();
        var offered = names(all);
        if (offered.isEmpty() || !offered.keySet().containsAll(asked)) {
            throw new NotFoundException();
        }
        var chosen = asked.isEmpty() ? Set.copyOf(offered.keySet()) : asked;
        var last = to.orElseGet(() -> LocalDate.now(clock));
        var first = from.orElseGet(() -> first(all, chosen, last));
        var led = chosen.size() == 1
                && guard.allows(actor, Action.SEE_WORKLOAD, chosen.iterator().next());
        var counted = led && exact
                ? statistics.exact(actor, chosen.iterator().next(), first, last)
                : statistics.told(actor, chosen, first, last);
        return new StatisticsView(offered, chosen, first, last, led, led && exact, counted, settings.fewest());
    }

    private static Map<InitiativeId, String> names(List<Initiative> all) {
        return all.stream()
                .collect(Collectors.toMap(Initiative::id, Initiative::name, (one, _) -> one, LinkedHashMap::new));
    }

    private static LocalDate first(List<Initiative> all, Set<InitiativeId> chosen, LocalDate last) {
        return all.stream()
                .filter(one -> chosen.contains(one.id()))
                .map(Initiative::startsOn)
                .filter(day -> !day.isAfter(last))
                .min(LocalDate::compareTo)
                .orElse(last);
    }
}
