package se.framsteg.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.framsteg.cases.story.Happening;
import se.framsteg.cases.story.Lane;
import se.framsteg.cases.story.StorySource;
import se.framsteg.cases.story.Told;
import se.framsteg.organisation.StaffRegister;
import se.framsteg.shared.CaseId;

/** Who has had the case, and when it waited, was active and had a break, as bars on its time line. */
@Component
class CaseEpisodes implements StorySource {
    private final CaseTables cases;
    private final CaseStore store;
    private final StaffRegister staff;

    CaseEpisodes(CaseTables cases, CaseStore store, StaffRegister staff) {
        this.cases = cases;
        this.store = store;
        this.staff = staff;
    }

    @Override
    public List<Happening> of(CaseId id) {
        var facts = store.facts(id).orElseThrow();
        return Stream.concat(caseworkers(id, facts.endedOn()).stream(), states(id).stream())
                .toList();
    }

    private List<Happening> caseworkers(CaseId id, Optional<LocalDate> endedOn) {
        var held = cases.assignments(id);
        var names = staff.names(
                new HashSet<>(held.stream().map(CaseTables.Held::caseworker).toList()));
        return held.stream()
                .map(one -> Happening.period(
                        Lane.CASEWORKER,
                        one.from(),
                        one.to()
                                .map(to -> dayBefore(one.from(), to))
                                .or(() -> endedOn.map(end -> later(one.from(), end))),
                        Told.written(names.getOrDefault(one.caseworker(), ""))))
                .toList();
    }

    private List<Happening> states(CaseId id) {
        var accepted = cases.whole(id).orElseThrow().row().acceptedOn();
        var states = new ArrayList<Happening>();
        var since = accepted;
        var state = CaseState.ACCEPTED;
        for (var move : cases.history(id)) {
            if (state != CaseState.ENDED && move.on().isAfter(since)) {
                states.add(state(state, since, Optional.of(dayBefore(since, move.on()))));
            }
            state = move.to();
            since = move.on();
        }
        if (state != CaseState.ENDED) {
            states.add(state(state, since, Optional.empty()));
        }
        return states;
    }

    private static Happening state(CaseState state, LocalDate from, Optional<LocalDate> to) {
        return Happening.period(Lane.STATE, from, to, Told.of("story.state." + state))
                .hollow(state == CaseState.PAUSED);
    }

    /** What ends as the next begins ends the day before, but never before it began. */
    private static LocalDate dayBefore(LocalDate from, LocalDate next) {
        return later(from, next.minusDays(1));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
