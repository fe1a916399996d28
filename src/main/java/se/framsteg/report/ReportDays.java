package se.framsteg.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.initiative.Initiative;
import se.framsteg.initiative.InitiativeRegister;
import se.framsteg.initiative.calendar.ReportCalendar;
import se.framsteg.initiative.calendar.ReportPeriod;
import se.framsteg.initiative.calendar.ReportPeriodId;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.Time;

/** The door to when reports are due, and what has become of them. */
@Component
public class ReportDays {
    /** So long before it is due a report is something to do: a month of work, a guess of ours. */
    static final int DAYS_AHEAD = 30;

    private final Guard guard;
    private final ReportStore reports;
    private final ReportCalendar calendar;
    private final InitiativeRegister initiatives;
    private final Clock clock;

    ReportDays(Guard guard, ReportStore reports, ReportCalendar calendar, InitiativeRegister initiatives, Clock clock) {
        this.guard = guard;
        this.reports = reports;
        this.calendar = calendar;
        this.initiatives = initiatives;
        this.clock = clock;
    }

    /**
     * A day on which something is to be reported.
     *
     * @param report its last edition that the actor may read; empty if there is none
     * @param late whether the day has passed without a released report
     * @param writes whether the actor may begin or go on with it
     */
    public record Due(
            InitiativeId initiative,
            String name,
            ReportPeriod period,
            Optional<Report> report,
            boolean late,
            boolean writes) {
        boolean released() {
            return report.flatMap(Report::released).isPresent();
        }

        boolean releasedSince(LocalDate day) {
            return report.flatMap(Report::released)
                    .filter(one -> !LocalDate.ofInstant(one.at(), Time.SWEDEN).isBefore(day))
                    .isPresent();
        }
    }

    /**
     * @param due the days of the calendar, the first due first
     * @param other reports of periods that are not in the calendar
     * @param writes whether the actor leads the initiative
     */
    public record OfInitiative(
            InitiativeId initiative, String name, List<Due> due, List<Report> other, boolean writes) {}

    /** @throws NotFoundException unless the actor may follow up the initiative */
    @Transactional
    public OfInitiative of(Actor.Staff actor, InitiativeId id) {
        var writes = guard.admit(actor, Action.SEE_REPORTS, id).contains(Action.WRITE_REPORTS);
        var initiative = initiatives.find(id).orElseThrow(NotFoundException::new);
        var written = reports.of(id);
        var due = due(initiative, written, writes);
        var other = written.stream()
                .filter(report -> report.correctedBy().isEmpty()
                        && due.stream().noneMatch(one -> one.report().equals(Optional.of(report))))
                .toList();
        return new OfInitiative(id, initiative.name(), due, other, writes);
    }

    /**
     * How far an initiative has come with its reports.
     *
     * @param next the first day to come on which one is due that is not released; empty if there is none
     * @param late how many are not released though their day has passed
     * @param released the editions that hold, the latest days first
     */
    public record Standing(Optional<LocalDate> next, int late, List<Released> released) {
        public static final Standing NONE = new Standing(Optional.empty(), 0, List.of());

        public Standing {
            released = List.copyOf(released);
        }
    }

    /**
     * A report that has been released, without what stands in it.
     *
     * @param on the day on which it was released
     */
    public record Released(ReportId id, ReportPeriod.Kind kind, LocalDate from, LocalDate to, LocalDate on) {
        static Released of(Report report) {
            var on = LocalDate.ofInstant(report.released().orElseThrow().at(), Time.SWEDEN);
            return new Released(report.id(), report.kind(), report.from(), report.to(), on);
        }
    }

    /**
     * For other rooms: of several initiatives, in two statements. Guards nothing: to be asked inside the transaction of a guarded door, of
     * initiatives whose reports the actor may see.
     */
    public Map<InitiativeId, Standing> standing(Collection<InitiativeId> ids) {
        var periods = calendar.of(ids);
        var released = reports.released(ids).stream().collect(Collectors.groupingBy(Report::initiative));
        return ids.stream()
                .collect(Collectors.toMap(
                        id -> id,
                        id -> standing(periods.getOrDefault(id, List.of()), released.getOrDefault(id, List.of()))));
    }

    private Standing standing(List<ReportPeriod> periods, List<Report> released) {
        var today = LocalDate.now(clock);
        var open = periods.stream()
                .filter(period -> released.stream().noneMatch(report -> report.isOf(period)))
                .map(ReportPeriod::due)
                .sorted()
                .toList();
        return new Standing(
                open.stream().filter(due -> !due.isBefore(today)).findFirst(),
                (int) open.stream().filter(due -> due.isBefore(today)).count(),
                released.stream().map(Released::of).toList());
    }

    private List<Due> due(Initiative initiative, List<Report> written, boolean writes) {
        return calendar.of(initiative.id()).stream()
                .map(period -> due(initiative, period, written, writes))
                .sorted(Comparator.comparing((Due one) -> one.period().due()))
                .toList();
    }

    private Due due(Initiative initiative, ReportPeriod period, List<Report> written, boolean writes) {
        var editions = written.stream().filter(one -> one.isOf(period)).toList();
        var late = period.due().isBefore(LocalDate.now(clock))
                && editions.stream().noneMatch(one -> one.released().isPresent());
        return new Due(
                initiative.id(), initiative.name(), period, editions.stream().findFirst(), late, writes);
    }

    /**
     * Of all initiatives that the actor may follow up, the first due first: those that lie ahead or are late, and what has been released in
     * the last year.
     */
    @Transactional
    public List<Due> all(Actor.Staff actor) {
        var year = LocalDate.now(clock).minusYears(1);
        var followed = initiatives.all(actor, actor.association()).stream()
                .filter(one -> guard.allows(actor, Action.SEE_REPORTS, one.id()))
                .toList();
        if (followed.isEmpty()) {
            throw new NotFoundException();
        }
        return followed.stream()
                .flatMap(one -> {
                    var writes =
                            guard.admit(actor, Action.SEE_REPORTS, one.id()).contains(Action.WRITE_REPORTS);
                    return due(one, reports.of(one.id()), writes).stream();
                })
                .filter(one -> !one.released() || !one.period().due().isBefore(year) || one.releasedSince(year))
                .sorted(Comparator.comparing((Due one) -> one.period().due()).thenComparing(Due::name))
                .toList();
    }

    /** What a lead has to write in the time ahead, and what is late. Journals nothing: it tells of days, and of no person. */
    List<Due> toWrite(Actor.Staff actor) {
        var ahead = LocalDate.now(clock).plusDays(DAYS_AHEAD);
        return initiatives.all(actor, actor.association()).stream()
                .filter(one -> one.leads().contains(actor.id()) && guard.allows(actor, Action.WRITE_REPORTS, one.id()))
                .flatMap(one -> due(one, reports.of(one.id()), true).stream())
                .filter(one -> !one.released() && !one.period().due().isAfter(ahead))
                .sorted(Comparator.comparing((Due one) -> one.period().due()))
                .toList();
    }

    /** The day in the calendar of an initiative that the actor leads. */
    @Transactional
    public Optional<ReportPeriod> period(Actor.Staff actor, InitiativeId id, ReportPeriodId period) {
        guard.admit(actor, Action.WRITE_REPORTS, id);
        return calendar.find(id, period);
    }
}
