package se.framsteg.employment.employer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import se.framsteg.cases.Listed;
import se.framsteg.shared.StaffId;

/**
 * An employer with all that is known of it, also under the names of those that were found to be the same.
 *
 * @param needs those that go on or are ahead first
 * @param merged those found to be the same as this one itself, the latest first
 * @param alike that may be the same
 * @param writers of needs, by name
 */
public record EmployerView(
        Employer employer,
        List<Workplace> workplaces,
        List<EmployerNeed> needs,
        Listed<History> history,
        List<Merged> merged,
        List<Employer> alike,
        Map<StaffId, String> writers,
        LocalDate today) {
    /** What is looked for today, or what is not. */
    public List<EmployerNeed> needs(boolean open) {
        return needs.stream().filter(one -> one.details().open(today) == open).toList();
    }

    /** An employer that was found to be the same. */
    public record Merged(MergeId id, EmployerId employer, String name, String by, Instant at) {}
}
