package se.framsteg.report.content;

import java.util.List;
import se.framsteg.report.Section;

/**
 * @param words what somebody has written; empty if nothing
 * @param blocks what fills itself in; none in a chapter of words alone, or where there is nothing to tell
 */
public record Chapter(Section section, String words, List<Block> blocks) {
    public Chapter {
        blocks = List.copyOf(blocks);
    }

    /** Whether it says nothing at all. */
    public boolean empty() {
        return words.isBlank() && blocks.isEmpty();
    }
}
