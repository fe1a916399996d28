package se.framsteg.assessment;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.framsteg.cases.CaseFacts;
import se.framsteg.cases.Cases;
import se.framsteg.initiative.Initiative;
import se.framsteg.initiative.InitiativeRegister;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;

/** How the rounds of a case are planned: by its initiative's plan, and beside which neighbours. */
@Component
class RoundPlans {
    private final RoundTable rounds;
    private final Cases cases;
    private final InitiativeRegister initiatives;

    RoundPlans(RoundTable rounds, Cases cases, InitiativeRegister initiatives) {
        this.rounds = rounds;
        this.cases = cases;
        this.initiatives = initiatives;
    }

    CaseFacts facts(CaseId caseId) {
        return cases.facts(caseId).orElseThrow(NotFoundException::new);
    }

    Initiative.Plan plan(CaseFacts facts) {
        return initiatives
                .find(facts.initiative())
                .orElseThrow(NotFoundException::new)
                .plan();
    }

    /** The schedule of a case that has started. */
    Schedule schedule(CaseFacts facts) {
        return new Schedule(facts.startedOn().orElseThrow(NotFoundException::new), plan(facts));
    }

    /** The last day of the round before this one in the schedule; empty for the first, and outside the schedule. */
    Optional<LocalDate> closeBefore(Round round) {
        return rounds.of(round.caseId()).stream()
                .filter(other -> ordinal(other) >= 0 && ordinal(other) < ordinal(round))
                .max(Comparator.comparingInt(RoundPlans::ordinal))
                .map(Round::closesOn);
    }

    /** The first day of the round after this one in the schedule, made or yet to be made; empty outside the schedule. */
    Optional<LocalDate> openAfter(Round round) {
        if (round.ordinal().isEmpty()) {
            return Optional.empty();
        }
        return rounds.of(round.caseId()).stream()
                .filter(other -> ordinal(other) > ordinal(round))
                .min(Comparator.comparingInt(RoundPlans::ordinal))
                .map(Round::opensOn)
                .or(() -> Optional.of(
                        schedule(facts(round.caseId())).after(ordinal(round)).opensOn()));
    }

    private static int ordinal(Round round) {
        return round.ordinal().orElse(-1);
    }
}
