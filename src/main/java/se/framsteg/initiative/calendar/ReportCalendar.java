package se.framsteg.initiative.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Actor;
import se.framsteg.initiative.Affairs;
import se.framsteg.shared.ChangedMeanwhileException;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.NotFoundException;

/** The door to when an initiative reports. */
@Component
public class ReportCalendar {
    private final Affairs affairs;
    private final ReportPeriodStore periods;
    private final Clock clock;

    ReportCalendar(Affairs affairs, ReportPeriodStore periods, Clock clock) {
        this.affairs = affairs;
        this.periods = periods;
        this.clock = clock;
    }

    public record View(Affairs.Head head, List<ReportPeriod> periods) {
        public View {
            periods = List.copyOf(periods);
        }
    }

    public record One(Affairs.Head head, ReportPeriod period) {}

    /** For other rooms, in the order in which they end. Guards nothing: to be asked inside the transaction of a guarded door. */
    public List<ReportPeriod> of(InitiativeId initiative) {
        return periods.of(initiative);
    }

    /** The same of several; those without periods are missing. */
    public Map<InitiativeId, List<ReportPeriod>> of(Collection<InitiativeId> initiatives) {
        return periods.of(initiatives);
    }

    /** For other rooms. Guards nothing: to be asked inside the transaction of a guarded door. */
    public Optional<ReportPeriod> find(InitiativeId initiative, ReportPeriodId id) {
        return periods.find(initiative, id);
    }

    /** @throws NotFoundException if the actor may not see the initiative's own side */
    @Transactional
    public View see(Actor.Staff actor, InitiativeId id) {
        return new View(affairs.see(actor, id), periods.of(id));
    }

    /** @throws NotFoundException unless the actor may change it, and there is one */
    @Transactional
    public One see(Actor.Staff actor, InitiativeId id, ReportPeriodId period) {
        return new One(affairs.change(actor, id), periods.find(id, period).orElseThrow(NotFoundException::new));
    }

    /** What stands above the form for a new one. */
    @Transactional
    public Affairs.Head head(Actor.Staff actor, InitiativeId id) {
        return affairs.change(actor, id);
    }

    /**
     * Adds a period. Adding the same once more changes nothing.
     *
     * @throws IllegalArgumentException if its days can't be so
     * @throws OverlappingPeriodException if another of its kind has some of the days
     */
    @Transactional
    public void add(Actor.Staff actor, InitiativeId id, ReportPeriod period) {
        affairs.change(actor, id);
        require(id, period);
        periods.add(id, period, actor.id());
        requireIn(id, period.id());
    }

    /**
     * Changes a period.
     *
     * @throws ChangedMeanwhileException if it is no longer of the version
     * @throws IllegalArgumentException if its days can't be so
     * @throws OverlappingPeriodException if another of its kind has some of the days
     */
    @Transactional
    public void change(Actor.Staff actor, InitiativeId id, ReportPeriod period) {
        affairs.change(actor, id);
        requireIn(id, period.id());
        require(id, period);
        if (!periods.change(period, actor.id())) {
            throw new ChangedMeanwhileException();
        }
    }

    /** @throws ChangedMeanwhileException if it is no longer of the version */
    @Transactional
    public void remove(Actor.Staff actor, InitiativeId id, ReportPeriodId period, int version) {
        affairs.change(actor, id);
        requireIn(id, period);
        if (!periods.remove(period, version, actor.id())) {
            throw new ChangedMeanwhileException();
        }
    }

    private void require(InitiativeId id, ReportPeriod period) {
        if (period.fault().isPresent()) {
            throw new IllegalArgumentException("its days can't be so");
        }
        periods.lockAndList(id).stream()
                .filter(other -> !other.id().equals(period.id()) && other.overlaps(period))
                .findFirst()
                .ifPresent(other -> {
                    throw new OverlappingPeriodException(other);
                });
    }

    private void requireIn(InitiativeId id, ReportPeriodId period) {
        if (periods.find(id, period).isEmpty()) {
            throw new NotFoundException();
        }
    }

    /**
     * The quarters of the calendar over the initiative's days that no quarterly period has any day of: the first and last cut where it
     * begins and ends, each due a month after its last day. An initiative without an end is thought of to the end of next year.
     */
    @Transactional
    public View propose(Actor.Staff actor, InitiativeId id) {
        var head = affairs.change(actor, id);
        return new View(head, proposed(head, periods.of(id)));
    }

    /** Adds what is {@link #propose proposed}. */
    @Transactional
    public int addProposed(Actor.Staff actor, InitiativeId id) {
        var head = affairs.change(actor, id);
        var proposed = proposed(head, periods.lockAndList(id));
        proposed.forEach(period -> periods.add(id, period, actor.id()));
        return proposed.size();
    }

    private List<ReportPeriod> proposed(Affairs.Head head, List<ReportPeriod> there) {
        var last = head.endsOn().orElse(LocalDate.of(LocalDate.now(clock).getYear() + 1, 12, 31));
        var first = head.startsOn().withDayOfMonth(1);
        var quarter = first.minusMonths((first.getMonthValue() - 1) % 3);
        return Stream.iterate(quarter, day -> !day.isAfter(last), day -> day.plusMonths(3))
                .map(day -> quarter(day, head.startsOn(), last))
                .filter(period -> there.stream().noneMatch(period::overlaps))
                .toList();
    }

    private static ReportPeriod quarter(LocalDate begins, LocalDate first, LocalDate last) {
        var end = begins.plusMonths(3).minusDays(1);
        var to = end.isAfter(last) ? last : end;
        return new ReportPeriod(
                ReportPeriodId.create(),
                ReportPeriod.Kind.QUARTERLY,
                begins.isBefore(first) ? first : begins,
                to,
                to.plusMonths(1),
                0);
    }
}
