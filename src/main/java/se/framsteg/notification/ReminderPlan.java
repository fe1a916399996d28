package se.framsteg.notification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.framsteg.cases.CaseState;
import se.framsteg.cases.Cases;
import se.framsteg.notification.ReminderSource.Asked;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.Time;

/** Puts those in the queue who are to be reminded today. Asked anew each time, it follows whatever has been moved. */
@Component
class ReminderPlan {
    private static final int AT_A_TIME = 500;
    private static final CaseId FIRST = new CaseId(new UUID(0, 0));

    private final ChoiceTable choices;
    private final ReminderTable reminders;
    private final List<ReminderSource> sources;
    private final Cases cases;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ReminderPlan(
            ChoiceTable choices,
            ReminderTable reminders,
            List<ReminderSource> sources,
            Cases cases,
            TransactionTemplate transaction,
            Clock clock) {
        this.choices = choices;
        this.reminders = reminders;
        this.sources = sources;
        this.cases = cases;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What of that which can be answered today this case's participant has not answered. */
    Stream<Asked> unanswered(List<CaseId> in) {
        var today = LocalDate.now(clock);
        return sources.stream().flatMap(source -> source.unanswered(in, today).stream());
    }

    /**
     * Goes through all who want reminders.
     *
     * @param carriers what can't be sent now is not planned
     * @param daysLate how old an occasion may be
     */
    void make(Carriers carriers, int daysLate) {
        var open = carriers.open();
        if (open.isEmpty()) {
            return;
        }
        var batch = choices.wanting(FIRST, AT_A_TIME);
        while (!batch.isEmpty()) {
            unanswered(batch).forEach(asked -> transaction.executeWithoutResult(_ -> plan(asked, carriers, daysLate)));
            batch = choices.wanting(batch.getLast(), AT_A_TIME);
        }
    }

    private void plan(Asked asked, Carriers carriers, int daysLate) {
        var today = LocalDate.now(clock);
        Occasion.latest(asked, today)
                .filter(occasion -> !occasion.day(asked).isBefore(today.minusDays(daysLate)))
                .ifPresent(occasion -> choices.now(asked.caseId())
                        .filter(choice -> !occasion.day(asked).isBefore(madeOn(choice)))
                        .flatMap(Choice::way)
                        .filter(carriers.open()::contains)
                        .ifPresent(way -> cases.facts(asked.caseId())
                                .filter(facts -> facts.state() == CaseState.ACTIVE)
                                .ifPresent(facts -> reminders.plan(facts, asked, occasion, way))));
    }

    /** Somebody who has just been talked with needs no reminder of what was already there. */
    private static LocalDate madeOn(Choice choice) {
        return choice.recordedAt().atZone(Time.SWEDEN).toLocalDate();
    }
}
