package se.framsteg.overview;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.access.Permit;
import se.framsteg.access.Role;
import se.framsteg.initiative.Initiative;
import se.framsteg.initiative.InitiativeRegister;
import se.framsteg.organisation.Directory;
import se.framsteg.report.ReportDays.Released;
import se.framsteg.report.Reports;
import se.framsteg.report.Section;
import se.framsteg.report.content.Block;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.NotFoundException;

/**
 * The door to the overview. Office and board see all initiatives of their association, a lead those that they lead; what is shown of each is
 * journaled, and what is not the reader's is not there.
 */
@Component
public class Overviews {
    private final Guard guard;
    private final InitiativeRegister initiatives;
    private final Glances glances;
    private final Directory directory;
    private final Reports reports;
    private final Clock clock;

    Overviews(
            Guard guard,
            InitiativeRegister initiatives,
            Glances glances,
            Directory directory,
            Reports reports,
            Clock clock) {
        this.guard = guard;
        this.initiatives = initiatives;
        this.glances = glances;
        this.directory = directory;
        this.reports = reports;
        this.clock = clock;
    }

    /** An initiative of which all that is shown is the reader's to see, and what writes the look down. */
    private record Open(Initiative initiative, Action look, Permit permit) {}

    /**
     * Initiatives at a glance.
     *
     * @param asked the initiatives to show; all if none is told
     * @param year a year as typed; all time if none is told, or it is none that is offered
     * @throws NotFoundException if following up initiatives is not in the reader's work at all
     */
    @Transactional
    public Overview of(Actor.Staff staff, Collection<InitiativeId> asked, Optional<String> year) {
        return of(staff, asked, year, Stretch.ofAll(today()));
    }

    /** The same of one year: this one if none is told, or it is none that is offered. */
    @Transactional
    public Overview ofYear(Actor.Staff staff, Optional<String> year) {
        return of(staff, List.of(), year, Stretch.of(today().getYear(), today()));
    }

    private Overview of(Actor.Staff staff, Collection<InitiativeId> asked, Optional<String> year, Stretch otherwise) {
        var open = open(staff);
        var all = open.stream().map(Open::initiative).toList();
        var years = Stretch.offered(all, today());
        var typed = year.map(String::strip).filter(text -> !text.isEmpty());
        var known = typed.flatMap(text ->
                years.stream().filter(one -> one.toString().equals(text)).findFirst());
        var stretch = known.map(one -> Stretch.of(one, today())).orElse(otherwise);
        var chosen = chosen(open, asked);
        return new Overview(
                stretch,
                years,
                typed.filter(_ -> known.isEmpty()),
                choices(open, asked),
                glances.of(chosen, stretch).stream()
                        .filter(one -> !asked.isEmpty() || one.concerns(stretch))
                        .toList(),
                all.stream().anyMatch(one -> one.leads().contains(staff.id())),
                today());
    }

    /** What there is to choose from; shows nothing of any initiative but its name. */
    @Transactional
    public List<Overview.Choice> choices(Actor.Staff staff, Collection<InitiativeId> asked) {
        return choices(open(staff), asked);
    }

    /**
     * Initiatives together, over the years.
     *
     * @param asked the initiatives to add up; all if none is told
     */
    @Transactional
    public YearByYear years(Actor.Staff staff, Collection<InitiativeId> asked) {
        var open = open(staff);
        var chosen = chosen(open, asked);
        var stretches = Stretch.offered(chosen, today()).stream()
                .map(year -> Stretch.of(year, today()))
                .toList();
        return new YearByYear(
                choices(open, asked), asked.isEmpty(), glances.years(chosen, stretches, today()), today());
    }

    /**
     * The figures of a year for the association's annual report, with what the reports that were released say of what participants think.
     *
     * @throws NotFoundException if the reader does not see all of the association's initiatives: the sums would be others than its own
     */
    @Transactional
    public Annual annual(Actor.Staff staff, Optional<String> year, String language) {
        if (!whole(staff)) {
            throw new NotFoundException();
        }
        var overview = ofYear(staff, year);
        var association = directory.association(staff, staff.association()).name();
        var latest = new HashMap<InitiativeId, Released>();
        overview.individual()
                .forEach(one -> one.reports().released().stream()
                        .filter(report -> overview.stretch().covers(report.to()))
                        .findFirst()
                        .ifPresent(report -> latest.put(one.initiative().id(), report)));
        var opinions = reports.told(latest.values().stream().map(Released::id).toList(), Section.EVALUATION, language);
        var told = new HashMap<InitiativeId, List<Block>>();
        latest.forEach((id, report) -> told.put(id, opinions.getOrDefault(report.id(), List.of())));
        return new Annual(association, overview, latest, told);
    }

    /**
     * @param association its name
     * @param latest the last report of each initiative that was released of days that end in the year
     * @param opinions what those say of the participants' opinions
     */
    public record Annual(
            String association,
            Overview overview,
            Map<InitiativeId, Released> latest,
            Map<InitiativeId, List<Block>> opinions) {}

    /** Whether the reader sees all of the association's initiatives, and not those alone that the reader leads. */
    static boolean whole(Actor.Staff staff) {
        return staff.is(Role.ASSOCIATION_OFFICER) || staff.is(Role.BOARD);
    }

    private List<Open> open(Actor.Staff staff) {
        if (!whole(staff) && !staff.is(Role.LEAD)) {
            throw new NotFoundException();
        }
        var open = new ArrayList<Open>();
        for (var one : initiatives.all(staff, staff.association())) {
            // Of a structural initiative there are no statistics.
            var look = one.structural() ? Action.SEE_REPORTS : Action.SEE_STATISTICS;
            var shown = EnumSet.of(look, Action.SEE_REPORTS, Action.SEE_INITIATIVE_AFFAIRS);
            guard.permitted(staff, shown, one.id()).ifPresent(permit -> open.add(new Open(one, look, permit)));
        }
        return open;
    }

    private static List<Initiative> chosen(List<Open> open, Collection<InitiativeId> asked) {
        Predicate<Open> wanted =
                one -> asked.isEmpty() || asked.contains(one.initiative().id());
        var chosen = open.stream().filter(wanted).toList();
        chosen.forEach(one -> one.permit().journal(one.look()));
        return chosen.stream().map(Open::initiative).toList();
    }

    private static List<Overview.Choice> choices(List<Open> open, Collection<InitiativeId> asked) {
        return open.stream()
                .map(Open::initiative)
                .map(one -> new Overview.Choice(one.id(), one.name(), asked.contains(one.id())))
                .toList();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
