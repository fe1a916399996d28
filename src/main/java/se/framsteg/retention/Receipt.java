package se.framsteg.retention;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.StaffId;

/**
 * A list of cases or referrals that was approved for disposal, and what came of it: nothing about anybody.
 *
 * @param years the rule as it was when the list was approved
 * @param finishedAt empty while there is something left to go
 * @param withdrawal empty unless the approval was taken back
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
        Optional<Withdrawal> withdrawal,
        List<Count> counts) {

    /** That the approval was taken back before all had gone. */
    public record Withdrawal(StaffId by, Instant at) {}

    /** Who approved it, and who took that back. */
    Stream<StaffId> people() {
        return Stream.concat(Stream.of(approvedBy), withdrawal.map(Withdrawal::by).stream());
    }

    /** @param kept not disposed of after all: held, restricted or written in since */
    public record Count(InitiativeId initiative, int approved, int disposed, int kept) {}

    /** How many are still to go. */
    public int left() {
        return counts.stream()
                .mapToInt(count -> count.approved() - count.disposed() - count.kept())
                .sum();
    }
}
