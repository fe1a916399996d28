package se.framsteg.report.content;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.framsteg.report.Section;

/**
 * @param words what somebody has written; empty if nothing
 * @param blocks what fills itself in; none in a chapter of words alone, or where there is nothing to tell
 */
public record Chapter(Section section, String words, List<Block> blocks) {
    /** A word of its own, so that the end of one text and the beginning of the next are no name. */
    private static final String BREAK = "\nx\n";

    public Chapter {
        blocks = List.copyOf(blocks);
    }

    /** All that stands in it in words and not as a number: also what was typed in other rooms. */
    public String typed() {
        return Stream.concat(Stream.of(words), blocks.stream().flatMap(Block::words))
                .collect(Collectors.joining(BREAK));
    }

    /** Whether it says nothing at all. */
    public boolean empty() {
        return words.isBlank() && blocks.isEmpty();
    }
}
