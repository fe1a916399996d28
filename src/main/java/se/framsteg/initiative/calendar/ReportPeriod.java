package se.framsteg.initiative.calendar;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Days that are reported on.
 *
 * @param from the first day
 * @param to the last day, not before the first; two periods of a kind in an initiative never share a day
 * @param due when the report is to be handed in, not before the last day
 */
public record ReportPeriod(ReportPeriodId id, Kind kind, LocalDate from, LocalDate to, LocalDate due, int version) {

    /** Of a quarter, of days between that were agreed on, or of the whole. */
    public enum Kind {
        QUARTERLY,
        INTERIM,
        FINAL
    }

    /** What can't be so. */
    Optional<Fault> fault() {
        if (to.isBefore(from)) {
            return Optional.of(new Fault("to", "calendar.ends-before-start"));
        }
        return due.isBefore(to) ? Optional.of(new Fault("due", "calendar.due-before-end")) : Optional.empty();
    }

    boolean overlaps(ReportPeriod other) {
        return kind == other.kind && !to.isBefore(other.from) && !other.to.isBefore(from);
    }

    /** @param key of its text */
    record Fault(String field, String key) {}
}
