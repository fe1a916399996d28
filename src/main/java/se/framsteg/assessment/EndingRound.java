package se.framsteg.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.framsteg.cases.story.NextStep;
import se.framsteg.cases.story.NextStepSource;
import se.framsteg.cases.story.Told;
import se.framsteg.shared.CaseId;

/** What is left to do when a case has ended: its ending round, while that is open. */
@Component
class EndingRound implements NextStepSource {
    private final RoundTable rounds;
    private final Clock clock;

    EndingRound(RoundTable rounds, Clock clock) {
        this.rounds = rounds;
        this.clock = clock;
    }

    @Override
    public Optional<NextStep> next(CaseId id) {
        var today = LocalDate.now(clock);
        return rounds.of(id).stream()
                .filter(round -> round.kind() == Round.Kind.ENDING && round.open(today))
                .findFirst()
                .map(round -> new NextStep(
                        Told.of("round.ending.next", round.dueOn()),
                        Told.of("round.ending.way"),
                        "/cases/" + id + "/progression"));
    }
}
