package se.framsteg.assessment.progression;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Actor;
import se.framsteg.assessment.RevealedAnswers;
import se.framsteg.assessment.Round;
import se.framsteg.assessment.Rounds;
import se.framsteg.assessment.instrument.Respondent;
import se.framsteg.assessment.instrument.Score;
import se.framsteg.assessment.library.InstrumentLibrary;
import se.framsteg.assessment.lines.Trend;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.RoundId;

/** The door to a case's progression: its rounds, and one of them compared with an earlier one. */
@Component
public class Progression {
    private final Rounds rounds;
    private final RevealedAnswers answers;
    private final InstrumentLibrary library;
    private final Clock clock;

    Progression(Rounds rounds, RevealedAnswers answers, InstrumentLibrary library, Clock clock) {
        this.rounds = rounds;
        this.answers = answers;
        this.library = library;
        this.clock = clock;
    }

    /**
     * What the page shows.
     *
     * @param rounds all, in order of time
     * @param choices the rounds with something to show, in order of time
     */
    public record View(List<Rounds.Offered> rounds, List<Round> choices, Optional<Shown> shown) {
        /** Whether it is the last of those with something to show: the one that is talked about now. */
        public boolean latest(RoundId round) {
            return choices.getLast().id().equals(round);
        }

        /** The rounds without what may be done with them. */
        public List<Round> all() {
            return rounds.stream().map(Rounds.Offered::round).toList();
        }
    }

    /**
     * One round and the earlier one it is compared with, if there is an earlier one to show.
     *
     * @param instrumentName in the reader's language
     * @param trends each area through all rounds that can be shown
     */
    public record Shown(
            Round round, Optional<Round> earlier, String instrumentName, Comparison comparison, List<Trend> trends) {}

    /**
     * @param chosen the round to show; the latest that can be shown if none
     * @param with the earlier round to compare with; the first that can be shown if none, or if it is not an earlier one
     * @throws NotFoundException if the actor may not see it, or the chosen round can't be shown (yet)
     */
    @Transactional
    public View view(Actor actor, CaseId caseId, Optional<RoundId> chosen, Optional<RoundId> with, String language) {
        return view(rounds.of(actor, caseId), chosen, with, language);
    }

    /**
     * The same for the participant, who holds the key to one of the case's rounds.
     *
     * @throws NotFoundException if the key does not open the own page, or the chosen round can't be shown (yet)
     */
    @Transactional
    public View own(Actor.Respondent participant, Optional<RoundId> chosen, String language) {
        return view(rounds.own(participant), chosen, Optional.empty(), language);
    }

    private View view(List<Rounds.Offered> all, Optional<RoundId> chosen, Optional<RoundId> with, String language) {
        var today = LocalDate.now(clock);
        var choices = all.stream()
                .map(Rounds.Offered::round)
                .filter(one -> one.hasSomethingToShow(today))
                .toList();
        var round = chosen.map(id -> find(choices, id).orElseThrow(NotFoundException::new))
                .or(() -> choices.isEmpty() ? Optional.empty() : Optional.of(choices.getLast()));
        return new View(all, choices, round.map(one -> shown(one, choices, with, language)));
    }

    private static Optional<Round> find(List<Round> rounds, RoundId id) {
        return rounds.stream().filter(round -> round.id().equals(id)).findFirst();
    }

    private Shown shown(Round round, List<Round> choices, Optional<RoundId> with, String language) {
        var before = choices.subList(0, choices.indexOf(round));
        var earlier =
                with.flatMap(id -> find(before, id)).or(() -> before.stream().findFirst());
        var scores = answers.scores(choices);
        var comparison = Comparison.of(scored(round, scores), earlier.map(one -> scored(one, scores)), language);
        var instrument = library.get(round.instrument());
        var trends = Trends.of(
                instrument,
                choices.stream()
                        .map(one -> new Trends.Dated(one.day(), scored(one, scores)))
                        .toList(),
                language);
        return new Shown(round, earlier, instrument.name().in(language), comparison, trends);
    }

    private Comparison.Scored scored(Round round, Map<RoundId, Map<Respondent, List<Score>>> scores) {
        return new Comparison.Scored(library.get(round.instrument()), scores.getOrDefault(round.id(), Map.of()));
    }
}
