package se.framsteg.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.framsteg.access.Action;
import se.framsteg.cases.story.Chapter;
import se.framsteg.cases.story.Happening;
import se.framsteg.cases.story.Lane;
import se.framsteg.cases.story.NextStep;
import se.framsteg.cases.story.StorySource;
import se.framsteg.cases.story.Told;
import se.framsteg.shared.CaseId;

/**
 * Rounds as marks on the case's time line: which and how far they have come, never what was answered. What is left to do
 * when a case has ended is its ending round, while that is open.
 */
@Component
class RoundStory implements StorySource {
    private final RoundTable rounds;
    private final Clock clock;

    RoundStory(RoundTable rounds, Clock clock) {
        this.rounds = rounds;
        this.clock = clock;
    }

    @Override
    public Chapter of(CaseId id, Set<Action> allowed) {
        if (!allowed.contains(Action.SEE_PROGRESSION)) {
            return Chapter.of(List.of());
        }
        var today = LocalDate.now(clock);
        var all = rounds.of(id);
        var next = allowed.contains(Action.SEE_CASE) ? ending(id, all, today) : List.<NextStep>of();
        return new Chapter(marks(id, all, today), next);
    }

    private static List<Happening> marks(CaseId id, List<Round> all, LocalDate today) {
        return all.stream()
                .map(round -> Happening.mark(
                                Lane.ROUND,
                                round.day(),
                                Told.of("story.round." + round.kind()),
                                List.of(Told.of("round.stage." + round.stage(today))),
                                "/cases/" + id + "/progression" + (round.revealed(today) ? "?round=" + round.id() : ""))
                        .hollow(!round.participantSent() && !round.caseworkerSent()))
                .toList();
    }

    private static List<NextStep> ending(CaseId id, List<Round> all, LocalDate today) {
        return all.stream()
                .filter(round -> round.kind() == Round.Kind.ENDING
                        && round.open(today)
                        && !round.around().restricted())
                .limit(1)
                .map(round -> new NextStep(
                        Told.of("round.ending.next", round.dueOn()),
                        Told.of("round.ending.way"),
                        "/cases/" + id + "/progression"))
                .toList();
    }
}
