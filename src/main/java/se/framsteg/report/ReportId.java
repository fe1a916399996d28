package se.framsteg.report;

import java.util.UUID;
import se.framsteg.shared.Id;

/** The id of a report. */
public record ReportId(UUID value) implements Id {
    public static ReportId create() {
        return new ReportId(Id.next());
    }

    /**
     * Reads an id from a path or a form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static ReportId of(String text) {
        return new ReportId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
