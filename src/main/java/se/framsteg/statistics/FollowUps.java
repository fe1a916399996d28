package se.framsteg.statistics;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.access.Role;
import se.framsteg.assessment.instrument.Dimension;
import se.framsteg.assessment.instrument.Instrument;
import se.framsteg.assessment.instrument.Respondent;
import se.framsteg.assessment.library.InstrumentLibrary;
import se.framsteg.initiative.Initiative;
import se.framsteg.initiative.InitiativeRegister;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.NotFoundException;

/** The door to how it goes in an initiative, for its leads. Others read the ledger of counts. */
@Component
public class FollowUps {
    private final InitiativeRegister initiatives;
    private final InstrumentLibrary library;
    private final FollowUpQueries queries;
    private final Guard guard;
    private final Clock clock;

    FollowUps(
            InitiativeRegister initiatives,
            InstrumentLibrary library,
            FollowUpQueries queries,
            Guard guard,
            Clock clock) {
        this.initiatives = initiatives;
        this.library = library;
        this.queries = queries;
        this.guard = guard;
        this.clock = clock;
    }

    /**
     * The initiatives that the actor leads, the one with the most late rounds at the top. Perhaps none.
     *
     * @throws NotFoundException if following up is not in the actor's work at all
     */
    @Transactional
    public List<FollowedUp> list(Actor.Staff staff) {
        if (!staff.is(Role.LEAD)) {
            throw new NotFoundException();
        }
        var led = initiatives.all(staff, staff.association()).stream()
                .filter(one -> guard.allows(staff, Action.SEE_WORKLOAD, one.id()))
                .toList();
        led.forEach(one -> guard.admit(staff, Action.SEE_WORKLOAD, one.id()));
        var work = queries.work(staff.id(), led.stream().map(Initiative::id).toList(), LocalDate.now(clock));
        return led.stream()
                .map(one -> new FollowedUp(one, requireNonNull(work.get(one.id()))))
                .sorted(FollowedUp.MOST_URGENT_FIRST)
                .toList();
    }

    /**
     * @param from the first quarter, as in {@link Quarter#toString}; a year before the last one if none or not offered
     * @param to the last quarter; the latest offered if none or not offered
     * @param language of the areas' names
     * @throws NotFoundException if the actor may not see it
     */
    @Transactional
    public FollowUp of(
            Actor.Staff staff, InitiativeId id, Optional<String> from, Optional<String> to, String language) {
        guard.admit(staff, Action.SEE_FOLLOW_UP, id);
        var initiative = initiatives.find(id).orElseThrow(NotFoundException::new);
        var today = LocalDate.now(clock);
        var question = new FollowUpQueries.Question(id, Period.of(from, to, Quarter.of(today)), today, staff.id());
        var instrument = library.get(initiative.plan().instrument());
        var places = places(instrument, id);
        var counts = queries.counts(question, places, instrument.dimensions().size(), instrument.highest());
        return new FollowUp(
                id,
                initiative.name(),
                question.period(),
                question.period().to().equals(Quarter.of(today)),
                counts.people().shown(counts.areas()),
                counts.rounds().whole(),
                instrument.highest(),
                shown(instrument, counts.areas(), language));
    }

    /**
     * Where the areas of the instrument that the initiative has now stand in all those it has been measured with: as areas
     * with the same key on a scale of the same length.
     */
    private List<FollowUpQueries.Place> places(Instrument now, InitiativeId id) {
        var keys = now.dimensions().stream().map(Dimension::key).toList();
        var places = new ArrayList<FollowUpQueries.Place>();
        for (var used : queries.instruments(id)) {
            var instrument = library.get(used);
            if (instrument.highest() == now.highest()) {
                IntStream.range(0, instrument.dimensions().size())
                        .mapToObj(position -> {
                            var dimension = instrument.dimensions().get(position);
                            return new FollowUpQueries.Place(
                                    used, position, keys.indexOf(dimension.key()), dimension.smallestChange());
                        })
                        .filter(place -> place.area() >= 0)
                        .forEach(places::add);
            }
        }
        return places;
    }

    private static List<Area> shown(Instrument instrument, Map<Respondent, List<AreaCounts>> counts, String language) {
        return IntStream.range(0, instrument.dimensions().size())
                .mapToObj(area -> new Area(
                        instrument.dimensions().get(area).name().in(language),
                        Arrays.stream(Respondent.values())
                                .filter(voice -> asked(instrument, area, voice))
                                .map(voice -> counts.getOrDefault(voice, List.of())
                                        .get(area)
                                        .shown(voice))
                                .toList()))
                .toList();
    }

    private static boolean asked(Instrument instrument, int area, Respondent voice) {
        return instrument.itemsFor(voice).stream()
                .anyMatch(item -> item.dimension()
                        .equals(instrument.dimensions().get(area).key()));
    }
}
