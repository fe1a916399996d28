package se.framsteg.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import se.framsteg.access.Action;
import se.framsteg.report.content.ReportContent;

/**
 * A report as its page shows it.
 *
 * @param content what it says: as it was checked, or as it would be today
 * @param empty chapters that say nothing yet
 * @param ended whether its period has ended
 * @param checkedBy the name; empty if it is not checked
 * @param releasedBy the name; empty if it is not released
 * @param readers who has opened it here since it was released
 */
public record ReportView(
        Report report,
        ReportContent content,
        Set<Section> empty,
        boolean ended,
        String checkedBy,
        String releasedBy,
        List<Reader> readers,
        List<Handed> handed,
        Set<Action> allowed) {

    public record Reader(String name, String organisation, Instant at) {}

    /**
     * @param receiver as it was written: the steering group, the municipal board
     * @param on the day
     */
    public record Handed(String receiver, LocalDate on) {}

    public boolean writable() {
        return allowed.contains(Action.WRITE_REPORT) && report.state() == Report.State.DRAFT;
    }

    /** Whether it is the reader’s own, to write or to correct. */
    boolean led() {
        return allowed.contains(Action.WRITE_REPORT) || allowed.contains(Action.CORRECT_REPORT);
    }
}
