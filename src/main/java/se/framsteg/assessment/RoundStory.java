package se.framsteg.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import se.framsteg.cases.story.Happening;
import se.framsteg.cases.story.Lane;
import se.framsteg.cases.story.StorySource;
import se.framsteg.cases.story.Told;
import se.framsteg.shared.CaseId;

/** Rounds as marks on the case's time line: which and how far they have come, never what was answered. */
@Component
class RoundStory implements StorySource {
    private final RoundTable rounds;
    private final Clock clock;

    RoundStory(RoundTable rounds, Clock clock) {
        this.rounds = rounds;
        this.clock = clock;
    }

    @Override
    public List<Happening> of(CaseId id) {
        var today = LocalDate.now(clock);
        return rounds.of(id).stream()
                .map(round -> Happening.mark(
                                Lane.ROUND,
                                round.day(),
                                Told.of("story.round." + round.kind()),
                                List.of(Told.of("round.stage." + round.stage(today))),
                                "/cases/" + id + "/progression" + (round.revealed(today) ? "?round=" + round.id() : ""))
                        .hollow(!round.participantSent() && !round.caseworkerSent()))
                .toList();
    }
}
