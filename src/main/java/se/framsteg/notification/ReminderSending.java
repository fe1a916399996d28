package se.framsteg.notification;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Asking;
import se.framsteg.audit.Journal;
import se.framsteg.cases.CaseState;
import se.framsteg.cases.Cases;
import se.framsteg.cases.Participants;
import se.framsteg.notification.carrier.Failure;
import se.framsteg.notification.carrier.NotSentException;
import se.framsteg.notification.carrier.Way;
import se.framsteg.shared.Time;

/**
 * Sends what is in the queue, one at a time. An attempt is written down before it is made and what became of it after: a
 * message that was handed over while the program was killed goes once more, and never a third time.
 */
@Component
class ReminderSending {
    /** With pauses of 5, 15, 45, 135 and 405 minutes between: enough for a day on which the other side is down. */
    private static final int MOST_ATTEMPTS = 6;

    private static final int MOST_UNSETTLED = 2;

    private final ReminderTable reminders;
    private final ChoiceTable choices;
    private final ReminderPlan plan;
    private final ReminderText text;
    private final Outside outside;
    private final Asking asking;

    ReminderSending(
            ReminderTable reminders,
            ChoiceTable choices,
            ReminderPlan plan,
            ReminderText text,
            Outside outside,
            Asking asking) {
        this.reminders = reminders;
        this.choices = choices;
        this.plan = plan;
        this.text = text;
        this.outside = outside;
        this.asking = asking;
    }

    /** What is needed of other rooms. */
    @Component
    record Outside(Cases cases, Participants participants, Journal journal, Clock clock) {}

    /** Sends all whose turn it is, if this is a time at which people are written to. */
    void send(Carriers carriers, ReminderSettings settings) {
        asking.byInstallation(
                () -> reminders.drop(LocalDate.now(outside.clock()).minusDays(settings.daysLate())));
        var open = EnumSet.noneOf(Way.class);
        open.addAll(carriers.open());
        while (!open.isEmpty() && !Thread.currentThread().isInterrupted()) {
            var taken = take(settings, open);
            if (taken.isEmpty()) {
                return;
            }
            // What stands in the way of one message stands in the way of the rest: they wait for the next time.
            attempt(taken.get(), carriers)
                    .filter(Failure::isOfTheWay)
                    .ifPresent(_ -> open.remove(taken.get().way()));
        }
    }

    private Optional<Reminder> take(ReminderSettings settings, Set<Way> open) {
        var suits = settings.suits(ZonedDateTime.ofInstant(outside.clock().instant(), Time.SWEDEN));
        return suits.isEmpty() ? Optional.empty() : asking.byInstallation(() -> reminders.take(suits, open));
    }

    /** What went wrong; empty if nothing did. */
    private Optional<Failure> attempt(Reminder reminder, Carriers carriers) {
        if (reminder.unsettled() > MOST_UNSETTLED) {
            return failed(reminder, Failure.UNCLEAR);
        }
        if (!asking.byInstallation(() -> isStillWanted(reminder))) {
            settle(reminder, Reminder.State.STOPPED, Optional.empty());
            return Optional.empty();
        }
        try {
            hand(reminder, carriers);
            asking.byInstallation(() -> sent(reminder));
            return Optional.empty();
        } catch (NotSentException e) {
            return failed(reminder, e.failure());
        }
    }

    /** Much can have happened since it was planned: an answer, a stop, a pause, another day. */
    private boolean isStillWanted(Reminder reminder) {
        var wanted = choices.now(reminder.caseId()).flatMap(Choice::way).filter(reminder.way()::equals);
        var active = outside.cases().facts(reminder.caseId()).filter(facts -> facts.state() == CaseState.ACTIVE);
        var today = LocalDate.now(outside.clock());
        return wanted.isPresent()
                && active.isPresent()
                && plan.unanswered(List.of(reminder.caseId()))
                        .anyMatch(asked -> asked.about().equals(reminder.about())
                                && Occasion.latest(asked, today)
                                        .filter(reminder.occasion()::equals)
                                        .isPresent());
    }

    private void hand(Reminder reminder, Carriers carriers) throws NotSentException {
        var person = asking.byInstallation(() -> outside.participants().reachable(reminder.caseId()))
                .orElseThrow(() -> new NotSentException(Failure.NO_ADDRESS));
        var to = reminder.way() == Way.EMAIL ? person.email() : person.phone();
        if (to.isBlank()) {
            throw new NotSentException(Failure.NO_ADDRESS);
        }
        var token = asking.byInstallation(() -> choices.stopToken(reminder.caseId()));
        carriers.send(reminder.way(), to, text.write(reminder.occasion(), person.language(), token));
    }

    private Reminder sent(Reminder reminder) {
        reminders.settle(reminder, Reminder.State.SENT, Optional.empty());
        outside.journal().write(new Actor.Installation().who(), Action.SEND_REMINDER.name(), reminder.trace());
        return reminder;
    }

    private Optional<Failure> failed(Reminder reminder, Failure failure) {
        var last = failure.isLasting() || reminder.attempts() >= MOST_ATTEMPTS;
        settle(reminder, last ? Reminder.State.FAILED : Reminder.State.PLANNED, Optional.of(failure));
        return Optional.of(failure);
    }

    private void settle(Reminder reminder, Reminder.State state, Optional<Failure> failure) {
        asking.byInstallation(() -> {
            reminders.settle(reminder, state, failure);
            return reminder;
        });
    }
}
