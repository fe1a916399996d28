package se.framsteg.initiative.calendar;

import java.util.UUID;
import se.framsteg.shared.Id;

/** The id of a period that is reported. */
public record ReportPeriodId(UUID value) implements Id {
    public static ReportPeriodId create() {
        return new ReportPeriodId(Id.next());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static ReportPeriodId of(String text) {
        return new ReportPeriodId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
