package se.framsteg.overview;

import java.util.List;
import se.framsteg.report.content.Chapter;

/**
 * The figures of a year, ready to be shown, printed or taken along.
 *
 * @param about lines under the title
 */
public record AnnualDocument(Overview overview, String title, List<String> about, List<Chapter> chapters) {
    public AnnualDocument {
        about = List.copyOf(about);
        chapters = List.copyOf(chapters);
    }
}
