package se.framsteg.retention;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.StaffId;

/**
 * A list of cases or referrals that was approved for disposal, and what came of it: nothing about anybody.
 *
 * @param years the rule as it was when the list was approved
 * @param finishedAt empty while there is something left to go
 */
public record Receipt(
        UUID id,
        What what,
        int years,
        CountsFrom countsFrom,
        boolean archive,
        StaffId approvedBy,
        Instant approvedAt,
        Optional<Instant> finishedAt,
        List<Count> counts) {

    /** @param kept not disposed of after all: held, restricted or written in since */
    public record Count(InitiativeId initiative, int approved, int disposed, int kept) {}

    /** How many are still to go. */
    public int left() {
        return counts.stream()
                .mapToInt(count -> count.approved() - count.disposed() - count.kept())
                .sum();
    }
}
