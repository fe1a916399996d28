package se.framsteg.initiative.calendar;

/** Another period of the same kind has some of the days. Nothing has been changed. */
public class OverlappingPeriodException extends RuntimeException {
    private final transient ReportPeriod other;

    OverlappingPeriodException(ReportPeriod other) {
        super("overlapping", null, false, false);
        this.other = other;
    }

    public ReportPeriod other() {
        return other;
    }
}
