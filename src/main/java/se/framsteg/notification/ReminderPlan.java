package se.framsteg.notification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.framsteg.access.Asking;
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
    private final Asking asking;
    private final Clock clock;

    ReminderPlan(
            ChoiceTable choices,
            ReminderTable reminders,
            List<ReminderSource> sources,
            Cases cases,
            Asking asking,
            Clock clock) {
        this.choices = choices;
        this.reminders = reminders;
        this.sources = sources;
        this.cases = cases;
        this.asking = asking;
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
        var batch = wanting(FIRST);
        while (!batch.isEmpty()) {
            var those = batch;
            asking.byInstallation(() -> unanswered(those).toList())
                    .forEach(asked -> asking.byInstallation(() -> plan(asked, carriers, daysLate)));
            batch = wanting(batch.getLast());
        }
    }

    private List<CaseId> wanting(CaseId after) {
        return asking.byInstallation(() -> choices.wanting(after, AT_A_TIME));
    }

    /** Whether there was anything to plan. */
    private boolean plan(Asked asked, Carriers carriers, int daysLate) {
        var today = LocalDate.now(clock);
        var occasion =
                Occasion.latest(asked, today).filter(found -> !found.day(asked).isBefore(today.minusDays(daysLate)));
        var way = occasion.flatMap(found -> choices.now(asked.caseId())
                .filter(choice -> !found.day(asked).isBefore(madeOn(choice)))
                .flatMap(Choice::way)
                .filter(carriers.open()::contains));
        var facts = way.flatMap(_ -> cases.facts(asked.caseId())).filter(found -> found.state() == CaseState.ACTIVE);
        facts.ifPresent(found -> reminders.plan(found, asked, occasion.orElseThrow(), way.orElseThrow()));
        return facts.isPresent();
    }

    /** Somebody who has just been talked with needs no reminder of what was already there. */
    private static LocalDate madeOn(Choice choice) {
        return choice.recordedAt().atZone(Time.SWEDEN).toLocalDate();
    }
}
