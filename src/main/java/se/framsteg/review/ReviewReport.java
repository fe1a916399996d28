package se.framsteg.review;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What came of an organisation's reviews in a time: counts by sign and verdict, and never a person.
 *
 * @param tries how often staff of the organisation tried to open a case in an emergency in that time, and opened none
 */
public record ReviewReport(LocalDate from, LocalDate to, List<LogReview> reviews, List<Count> counts, int tries) {

    /** @param verdict empty where none has been given */
    public record Count(Sign sign, Optional<Verdict> verdict, int occasions) {}

    /** The signs that there were, in their order. */
    public List<Sign> signs() {
        return Arrays.stream(Sign.values())
                .filter(sign -> counts.stream().anyMatch(count -> count.sign() == sign))
                .toList();
    }

    public int of(Sign sign, Optional<Verdict> verdict) {
        return counts.stream()
                .filter(count -> count.sign() == sign && count.verdict().equals(verdict))
                .mapToInt(Count::occasions)
                .sum();
    }
}
