package se.framsteg.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import se.framsteg.shared.LogReviewId;
import se.framsteg.shared.StaffId;

/**
 * A review of an organisation's journal, as it stands.
 *
 * @param occasions on how many occasions, so many members of staff with so many persons on so many days, the rows fell
 * @param journalRows how many rows there were in the period
 * @param rows how many occasions were picked out
 * @param judged how many of them have a verdict
 */
public record LogReview(
        LogReviewId id,
        LocalDate from,
        LocalDate to,
        long seed,
        int sample,
        int many,
        long occasions,
        long journalRows,
        StaffId startedBy,
        Instant startedAt,
        Optional<StaffId> closedBy,
        Optional<Instant> closedAt,
        int rows,
        int judged) {

    public boolean open() {
        return closedAt.isEmpty();
    }

    public int left() {
        return rows - judged;
    }
}
