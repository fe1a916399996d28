package se.framsteg.consent.paper;

import java.util.ArrayList;
import java.util.List;
import se.framsteg.consent.text.ConsentText;

/**
 * The form as it is laid out.
 *
 * @param another whether there is room for somebody who is named by hand
 * @param points how large the letters are, as CSS writes it
 */
public record ConsentForm(ConsentText text, ConsentPapers.Blank blank, boolean another, String points) {
    /** So many recipients stand beside each other with names that can be read. */
    private static final int BESIDE = 4;

    /** What a recipient that is named by hand is called. */
    public static final String BY_HAND = "";

    ConsentForm in(String size) {
        return new ConsentForm(text, blank, another, size);
    }

    /** The recipients as they stand beside each other, in as few tables of about the same width as they need. */
    public List<List<String>> tables() {
        var all = new ArrayList<>(blank.recipients());
        if (another) {
            all.add(BY_HAND);
        }
        int tables = (all.size() + BESIDE - 1) / BESIDE;
        int columns = (all.size() + tables - 1) / tables;
        var rows = new ArrayList<List<String>>();
        for (int start = 0; start < all.size(); start += columns) {
            rows.add(turned(all.subList(start, Math.min(start + columns, all.size()))));
        }
        return rows;
    }

    /** The renderer does not turn tables round: from right to left the columns are. */
    private List<String> turned(List<String> columns) {
        return text.rightToLeft() ? columns.reversed() : columns;
    }
}
