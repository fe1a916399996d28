package se.framsteg.consent;

import java.time.LocalDate;

/**
 * How it stands between a person and a recipient whom the person has been asked about, as to one kind of information.
 *
 * @param on the day on which the person said what stands
 */
public record Standing(State state, LocalDate on) {
    public enum State {
        /** A yes opens it today. */
        OPEN,
        /** The person has said no to it, or has taken the yes back. */
        REFUSED,
        /** The yes has run out, or what the person was asked was about something else. */
        NOTHING
    }
}
