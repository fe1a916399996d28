package se.framsteg.assessment.talk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.assessment.Round;
import se.framsteg.assessment.RoundReading;
import se.framsteg.assessment.Rounds;
import se.framsteg.assessment.progression.Progression;
import se.framsteg.cases.Cases;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.RoundId;

/** What the person's copy of a talk is printed from, gathered so that no transaction lasts while it is printed. */
@Component
class Copies {
    private final Progression progression;
    private final Agreements agreements;
    private final RoundReading reading;
    private final Cases cases;
    private final Guard guard;
    private final Clock clock;

    Copies(
            Progression progression,
            Agreements agreements,
            RoundReading reading,
            Cases cases,
            Guard guard,
            Clock clock) {
        this.progression = progression;
        this.agreements = agreements;
        this.reading = reading;
        this.cases = cases;
        this.guard = guard;
        this.clock = clock;
    }

    /** @param next by when the next questions are to be answered, if a round is coming */
    record Copy(
            String caseNumber,
            Progression.Shown shown,
            RoundReading.Told told,
            Agreed agreed,
            Optional<LocalDate> next) {}

    /** @throws NotFoundException if the actor may not, or the round can't be shown (yet) */
    @Transactional
    public Copy of(Actor.Staff staff, CaseId caseId, RoundId roundId, Optional<RoundId> with, String language) {
        guard.admit(staff, Action.PRINT_COPY, caseId);
        var view = progression.view(staff, caseId, Optional.of(roundId), with, language);
        var agreed = Agreed.in(view, roundId, agreements.of(staff, caseId), LocalDate.now(clock));
        return new Copy(
                cases.frame(staff, caseId).number(),
                view.shown().orElseThrow(NotFoundException::new),
                Optional.ofNullable(reading.told(caseId, view.all()).get(roundId))
                        .orElseThrow(NotFoundException::new),
                agreed,
                next(view));
    }

    private static Optional<LocalDate> next(Progression.View view) {
        return view.rounds().stream()
                .filter(offered -> offered.stage() == Round.Stage.COMING)
                .map(Rounds.Offered::round)
                .map(Round::dueOn)
                .findFirst();
    }
}
