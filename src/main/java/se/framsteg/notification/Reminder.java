package se.framsteg.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import se.framsteg.audit.Trace;
import se.framsteg.notification.carrier.Failure;
import se.framsteg.notification.carrier.Way;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.ParticipantId;

/**
 * One reminder in the queue, or what became of it.
 *
 * @param about what there is to answer, by id
 * @param day the day of the occasion
 * @param failure what went wrong at the last attempt, if it did
 * @param settledAt when it was sent or given up; empty while it waits
 */
public record Reminder(
        UUID id,
        AssociationId association,
        CaseId caseId,
        ParticipantId participant,
        UUID about,
        Occasion occasion,
        LocalDate day,
        Way way,
        State state,
        int attempts,
        int unsettled,
        Optional<Failure> failure,
        Optional<Instant> settledAt) {

    public enum State {
        PLANNED,
        SENT,
        /** Given up after several attempts, or at once where another would be in vain. */
        FAILED,
        /** No longer wanted, or no longer needed, when its turn came. */
        STOPPED,
        /** Its turn came so late that it was of no use. */
        DROPPED
    }

    Trace trace() {
        return new Trace("case", caseId, association, caseId, participant);
    }
}
