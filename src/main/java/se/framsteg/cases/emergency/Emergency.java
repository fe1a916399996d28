package se.framsteg.cases.emergency;

import java.time.Instant;
import java.util.Optional;
import se.framsteg.cases.CaseFrame;

/**
 * That a case was opened in an emergency, as it is told to one who is to take note of it.
 *
 * @param by the name of who opened it
 * @param own whether that is the reader, who can't take note of it
 * @param reason as it was written
 * @param about which case; empty for whoever reviews the journal, who sees no case
 * @param noted who has taken note already, and when
 */
public record Emergency(
        EmergencyId id,
        String by,
        boolean own,
        Instant openedAt,
        Instant closesAt,
        String reason,
        Optional<CaseFrame> about,
        Optional<Noted> noted) {

    public record Noted(String by, Instant at) {}

    @Override
    public String toString() {
        return "emergency " + id;
    }
}
