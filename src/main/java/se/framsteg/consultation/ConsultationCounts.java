package se.framsteg.consultation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.access.Role;
import se.framsteg.organisation.Teams;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.TeamId;

/**
 * How many questions teams have had. They are no counts of persons: nobody is registered, and the same person may be asked about
 * twice. So they are exact, however small.
 */
@Component
public class ConsultationCounts {
    private static final int MONTHS = 12;

    private final Guard guard;
    private final ConsultationStore consultations;
    private final Teams teams;
    private final Clock clock;

    ConsultationCounts(Guard guard, ConsultationStore consultations, Teams teams, Clock clock) {
        this.guard = guard;
        this.consultations = consultations;
        this.teams = teams;
        this.clock = clock;
    }

    /**
     * The questions to a team in a period.
     *
     * @param from the first day of the period: a month, or a quarter for the association's office
     * @param referred how many led to a referral, which is about a person: 0 for the association’s office, which is not told
     */
    public record Row(String team, LocalDate from, int asked, int open, int referred) {
        private Row and(ConsultationStore.Count more, boolean office) {
            return new Row(
                    team, from, asked + more.asked(), open + more.open(), office ? 0 : referred + more.referred());
        }
    }

    /** @param quarterly whether the rows are quarters and not months */
    public record View(boolean quarterly, List<Row> rows) {}

    private record Place(TeamId team, LocalDate from) {}

    /**
     * All teams by quarter for the association's office; the own teams by month for their members. The last twelve months.
     *
     * @throws NotFoundException if the actor is neither
     */
    @Transactional
    public View see(Actor.Staff actor) {
        guard.admit(actor, Action.COUNT_CONSULTATIONS, ConsultationDesk.OWN);
        var office = actor.is(Role.ASSOCIATION_OFFICER);
        var own = teams.of(actor.id());
        Predicate<TeamId> shown = office ? _ -> true : own::contains;
        var names = teams.names(actor.association());
        var since = start(LocalDate.now(clock).withDayOfMonth(1).minusMonths(MONTHS - 1L), office);
        var rows = new LinkedHashMap<Place, Row>();
        for (var count : consultations.counts(since)) {
            if (shown.test(count.team())) {
                var place = new Place(count.team(), start(count.month(), office));
                var row = rows.computeIfAbsent(
                        place, _ -> new Row(names.getOrDefault(count.team(), ""), place.from(), 0, 0, 0));
                rows.put(place, row.and(count, office));
            }
        }
        return new View(
                office,
                rows.values().stream()
                        .sorted(Comparator.comparing(Row::from).reversed().thenComparing(Row::team))
                        .toList());
    }

    private static LocalDate start(LocalDate month, boolean quarterly) {
        return quarterly ? month.withMonth((month.getMonthValue() - 1) / 3 * 3 + 1) : month;
    }
}
