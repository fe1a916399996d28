package se.framsteg.cases.emergency;

import java.time.Instant;
import java.util.Optional;
import se.framsteg.cases.CaseFrame;

/**
 * That a case was opened in an emergency, as it is told to one who is to take note of it.
 *
 * @param by the name of who opened it
 * @param content what it was about; empty for whoever reviews the journal, who sees no case
 * @param noted who has taken note already, and when
 */
public record Emergency(
        EmergencyId id,
        String by,
        Instant openedAt,
        Instant closesAt,
        Optional<Content> content,
        Optional<Noted> noted) {

    /** Which case, and why. */
    public record Content(CaseFrame frame, String reason) {
        @Override
        public String toString() {
            return frame.toString();
        }
    }

    public record Noted(String by, Instant at) {}

    @Override
    public String toString() {
        return "emergency " + id;
    }
}
