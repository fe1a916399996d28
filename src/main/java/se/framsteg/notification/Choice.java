package se.framsteg.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import se.framsteg.notification.carrier.Way;
import se.framsteg.shared.StaffId;

/**
 * How somebody wants to be reminded in a case.
 *
 * @param version grows with each choice; 0 while none has been made
 * @param way empty if not at all
 * @param saidOn the day on which the person said so
 * @param recordedBy who wrote it down; empty if the person stopped the reminders by the link in one
 */
public record Choice(
        int version,
        Optional<Way> way,
        PartOfDay partOfDay,
        LocalDate saidOn,
        Optional<StaffId> recordedBy,
        Instant recordedAt) {
    /** Whether the person stopped the reminders without anybody's help. */
    public boolean stoppedByPerson() {
        return way.isEmpty() && recordedBy.isEmpty();
    }
}
