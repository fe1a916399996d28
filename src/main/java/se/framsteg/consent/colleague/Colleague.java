package se.framsteg.consent.colleague;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import se.framsteg.consent.Kind;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.StaffId;

/**
 * Somebody of another organisation who is or was named on a case.
 *
 * @param ended when it ended, if it has
 * @param opens what the person's yes to this organisation opens now; nothing once the naming has ended
 */
public record Colleague(
        StaffId id,
        OrganisationId organisation,
        String name,
        String organisationName,
        Instant namedAt,
        Optional<Instant> ended,
        Set<Kind> opens) {
    /** Not the name: it stays out of logs. */
    @Override
    public String toString() {
        return "colleague " + id;
    }
}
