package se.framsteg.assessment;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import se.framsteg.notification.ReminderSource;
import se.framsteg.shared.CaseId;

/** Participants are reminded of rounds that are open and that they have not answered. */
@Component
class RoundReminders implements ReminderSource {
    private final RoundTable rounds;

    RoundReminders(RoundTable rounds) {
        this.rounds = rounds;
    }

    @Override
    public List<Asked> unanswered(Collection<CaseId> cases, LocalDate today) {
        return rounds.opened(cases, today).stream()
                .filter(round -> round.asked(today) && !round.participantSent())
                .map(round -> new Asked(round.caseId(), round.id().value(), round.opensOn(), round.closesOn()))
                .toList();
    }
}
