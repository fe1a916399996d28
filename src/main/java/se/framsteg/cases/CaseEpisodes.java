package se.framsteg.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.framsteg.cases.story.Happening;
import se.framsteg.cases.story.Lane;
import se.framsteg.cases.story.Told;

/** Who has had the case, and when it waited, was active and had a break, as bars on its time line. */
final class CaseEpisodes {
    private CaseEpisodes() {}

    static List<Happening> of(CaseReading.Seen seen) {
        return Stream.concat(caseworkers(seen.held(), seen.view().facts().endedOn()), states(seen.view()).stream())
                .toList();
    }

    private static Stream<Happening> caseworkers(List<CaseView.Held> held, Optional<LocalDate> endedOn) {
        return held.stream()
                .map(one -> Happening.period(
                        Lane.CASEWORKER,
                        one.from(),
                        one.to()
                                .map(to -> dayBefore(one.from(), to))
                                .or(() -> endedOn.map(end -> later(one.from(), end))),
                        Told.written(one.caseworker())));
    }

    private static List<Happening> states(CaseView view) {
        var states = new ArrayList<Happening>();
        var since = view.acceptedOn();
        var state = CaseState.ACCEPTED;
        for (var move : view.history()) {
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
