package se.framsteg.fidelity.overview;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.cases.Listed;
import se.framsteg.fidelity.measure.Measures;
import se.framsteg.fidelity.measure.Records;
import se.framsteg.fidelity.measure.Window;
import se.framsteg.fidelity.overview.FidelityOverview.Month;
import se.framsteg.fidelity.review.Reviews;
import se.framsteg.fidelity.scale.Measure;
import se.framsteg.fidelity.scale.ScaleId;
import se.framsteg.fidelity.scale.Scales;
import se.framsteg.initiative.InitiativeRegister;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.NotFoundException;

/** The door to how faithfully the method of an initiative is followed, for its leads and of the people whom they reach. */
@Component
public class FidelityOverviews {
    private static final int MONTHS = 12;

    /** Further back than this nobody asks. */
    private static final int YEARS = 10;

    private final Guard guard;
    private final InitiativeRegister initiatives;
    private final Scales scales;
    private final Computing computing;
    private final Reviews reviews;
    private final Clock clock;

    FidelityOverviews(
            Guard guard,
            InitiativeRegister initiatives,
            Scales scales,
            Computing computing,
            Reviews reviews,
            Clock clock) {
        this.guard = guard;
        this.initiatives = initiatives;
        this.scales = scales;
        this.computing = computing;
        this.reviews = reviews;
        this.clock = clock;
    }

    /** What is worked out, and the records that it is worked out from. */
    @Component
    static class Computing {
        private final Measures measures;
        private final Records records;

        Computing(Measures measures, Records records) {
            this.measures = measures;
            this.records = records;
        }
    }

    /**
     * @param wanted the scale to look by; that of the last review, or else the first offered, if none or not offered
     * @param last the last day of the window; today if none or ahead
     * @throws NotFoundException unless the actor leads the initiative
     */
    @Transactional
    public FidelityOverview of(Actor.Staff actor, InitiativeId id, Optional<ScaleId> wanted, Optional<LocalDate> last) {
        guard.admit(actor, Action.SEE_FIDELITY, id);
        var today = LocalDate.now(clock);
        var offered = scales.offered(actor.association());
        var begun = reviews.of(actor, id);
        var scale = wanted.or(() -> begun.stream().map(Reviews.Line::scale).findFirst())
                .flatMap(one ->
                        offered.stream().filter(other -> other.id().equals(one)).findFirst())
                .orElseGet(offered::getFirst);
        var window = Window.upTo(last.filter(day -> !day.isAfter(today) && !day.isBefore(today.minusYears(YEARS)))
                .orElse(today));
        var measured = scale.scale().items().stream()
                .flatMap(item -> item.measure().stream())
                .collect(Collectors.toSet());
        var computed = computing.measures.of(id, window, measured);
        return new FidelityOverview(
                id,
                initiatives.find(id).orElseThrow(NotFoundException::new).name(),
                offered,
                scale.id(),
                scale.scale(),
                window,
                computing.measures.anySpecialist(id, window),
                computed,
                months(
                        id,
                        scale,
                        measured,
                        YearMonth.from(window.to().plusDays(1)).minusMonths(1)),
                begun);
    }

    private List<Month> months(InitiativeId id, Scales.Offered scale, Set<Measure> wanted, YearMonth last) {
        return IntStream.rangeClosed(1 - MONTHS, 0)
                .mapToObj(last::plusMonths)
                .map(month -> Month.of(
                        month, scale.scale(), computing.measures.of(id, Window.upTo(month.atEndOfMonth()), wanted)))
                .toList();
    }

    /** @param specialists what was summed for each; none where the records are about people */
    public record Behind(
            InitiativeId initiative,
            String name,
            Measure measure,
            Window window,
            Listed<Records.Row> people,
            List<Records.Sum> specialists) {}

    /**
     * The records behind a figure. Each person among them is journaled.
     *
     * @throws NotFoundException unless the actor leads the initiative, and there are such records
     */
    @Transactional
    public Behind behind(Actor.Staff actor, InitiativeId id, Measure measure, Window window, int page) {
        guard.admit(actor, Action.SEE_FIDELITY, id);
        var today = LocalDate.now(clock);
        if (!measure.scored() || window.to().isAfter(today) || window.from().isBefore(today.minusYears(YEARS))) {
            throw new NotFoundException();
        }
        return new Behind(
                id,
                initiatives.find(id).orElseThrow(NotFoundException::new).name(),
                measure,
                window,
                computing.records.people(actor, id, measure, window, page),
                computing.records.specialists(id, measure, window));
    }
}
