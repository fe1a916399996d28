package se.framsteg.plan.meeting;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import se.framsteg.notification.Outbox;

/**
 * Somebody who is asked.
 *
 * @param called the organisation's name; for others their own, empty for the person
 * @param gone whether the yes that let them be called no longer holds
 * @param toTell whether they have not been told of the meeting as it now is
 * @param posted what has become of the last e-mail; empty if none was sent
 * @param comeBy the day by which they are to have come
 */
public record InviteeLine(
        Invitee invitee,
        String called,
        boolean gone,
        boolean toTell,
        Optional<Outbox.Posted> posted,
        Optional<LocalDate> comeBy,
        Set<CallClock.Late> late) {
    public boolean summoned() {
        return invitee.how() == Invitee.How.SUMMONS;
    }

    public boolean notMet() {
        return late.contains(CallClock.Late.NOT_MET);
    }

    public boolean notReplied() {
        return late.contains(CallClock.Late.NOT_REPLIED);
    }

    @Override
    public String toString() {
        return invitee.toString();
    }
}
