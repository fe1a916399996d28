package se.framsteg.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.framsteg.cases.Result.Refusal;

/**
 * From when to when something that is done with a person goes on: an activity, a job, a placement.
 *
 * @param to the last day; empty while it goes on
 * @param explained whether it is told why it ended
 */
public record Span(LocalDate from, Optional<LocalDate> to, boolean explained) {
    /** It can be planned, but not to begin further ahead than this. */
    static final int DAYS_AHEAD = 366;
    /** An end further ahead than this is a slip of the pen: our own choice, longer than any effort is decided for. */
    static final int YEARS_AHEAD = 5;

    /**
     * What in it can't be so: each at its field, {@code from}, {@code to} or {@code endReason}.
     *
     * @param texts what the keys of the texts begin with
     */
    public List<Refusal> faults(String texts, LocalDate today) {
        var faults = new ArrayList<Refusal>();
        if (from.isAfter(today.plusDays(DAYS_AHEAD))) {
            faults.add(Refusal.of("from", texts + ".from.too-late"));
        }
        if (to.filter(day -> day.isBefore(from)).isPresent()) {
            faults.add(Refusal.of("to", texts + ".to.too-early"));
        }
        if (to.filter(day -> day.isAfter(today.plusYears(YEARS_AHEAD))).isPresent()) {
            faults.add(Refusal.of("to", "story.to.too-late", YEARS_AHEAD));
        }
        if (to.filter(day -> !day.isAfter(today)).isPresent() && !explained) {
            faults.add(Refusal.of("endReason", texts + ".end-reason.required"));
        }
        if (to.isEmpty() && explained) {
            faults.add(Refusal.of("to", texts + ".to.required"));
        }
        return faults;
    }
}
