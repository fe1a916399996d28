package se.framsteg.notification;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.framsteg.access.Asking;
import se.framsteg.notification.Outbox.State;
import se.framsteg.notification.carrier.Failure;
import se.framsteg.notification.carrier.NotSentException;
import se.framsteg.notification.carrier.Way;

/**
 * Sends the letters whose turn it is, one at a time. An attempt is written down before it is made and what became of it after: a letter
 * that was handed over while the program was killed goes once more, and never a third time.
 */
@Component
class OutboxSending {
    /** With pauses of 5, 15, 45, 135, 405, 1215 and 1215 minutes between: enough for a weekend on which the mail server is down. */
    private static final int MOST_ATTEMPTS = 8;

    private static final int MOST_UNSETTLED = 2;

    private final OutboxTable letters;
    private final List<LetterCheck> checks;
    private final Asking asking;

    OutboxSending(OutboxTable letters, List<LetterCheck> checks, Asking asking) {
        this.letters = letters;
        this.checks = checks;
        this.asking = asking;
    }

    void send(Carriers carriers) {
        if (carriers.obstacleToLetters(Way.EMAIL).isPresent()) {
            return;
        }
        while (!Thread.currentThread().isInterrupted()) {
            var taken = asking.byInstallation(letters::take);
            // What stands in the way of one letter stands in the way of the rest: they wait for the next time.
            if (taken.isEmpty()
                    || attempt(taken.get(), carriers)
                            .filter(Failure::isOfTheWay)
                            .isPresent()) {
                return;
            }
        }
    }

    /** What went wrong; empty if nothing did. */
    private Optional<Failure> attempt(OutboxTable.Letter letter, Carriers carriers) {
        if (letter.unsettled() > MOST_UNSETTLED) {
            return failed(letter, Failure.UNCLEAR);
        }
        if (!asking.byInstallation(() -> checks.stream().allMatch(check -> check.mayGo(letter.about())))) {
            settle(letter, State.STOPPED, Optional.empty());
            return Optional.empty();
        }
        try {
            carriers.send(Way.EMAIL, letter.address(), letter.message());
            settle(letter, State.SENT, Optional.empty());
            return Optional.empty();
        } catch (NotSentException e) {
            return failed(letter, e.failure());
        }
    }

    private Optional<Failure> failed(OutboxTable.Letter letter, Failure failure) {
        var last = failure.isLasting() || letter.attempts() >= MOST_ATTEMPTS;
        settle(letter, last ? State.FAILED : State.QUEUED, Optional.of(failure));
        return Optional.of(failure);
    }

    private void settle(OutboxTable.Letter letter, State state, Optional<Failure> failure) {
        asking.byInstallation(() -> {
            letters.settle(letter, state, failure);
            return letter;
        });
    }
}
