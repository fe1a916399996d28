package se.framsteg.report.content;

import java.time.LocalDate;
import java.util.List;

/**
 * All that a report says, in one language.
 *
 * @param initiative its name
 * @param owner the name of the organisation
 * @param dataOn the day on which the figures were taken
 */
public record ReportContent(String initiative, String owner, LocalDate dataOn, List<Chapter> chapters) {
    public ReportContent {
        chapters = List.copyOf(chapters);
    }
}
