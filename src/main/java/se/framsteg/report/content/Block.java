package se.framsteg.report.content;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A part of a chapter that fills itself in, in the words of one language. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Block.Facts.class, name = "facts"),
    @JsonSubTypes.Type(value = Block.Grid.class, name = "grid"),
    @JsonSubTypes.Type(value = Block.Remark.class, name = "remark")
})
public sealed interface Block {
    /** What stands in it besides numbers. */
    Stream<String> words();

    /** Things that are so, each with its name. */
    record Facts(List<Fact> facts) implements Block {
        public Facts {
            facts = List.copyOf(facts);
        }

        @Override
        public Stream<String> words() {
            return facts.stream().map(Fact::value);
        }
    }

    record Fact(String label, String value) {}

    /** A sentence. */
    record Remark(String text) implements Block {
        @Override
        public Stream<String> words() {
            return Stream.of(text);
        }
    }

    /**
     * A table.
     *
     * @param columns the heading of each, that of the lines' labels first
     * @param drawn how many of the first columns of numbers are drawn as bars beside each other; 0 if it is not drawn
     * @param note under the table; empty if none
     */
    record Grid(String title, List<String> columns, List<Line> lines, int drawn, String note) implements Block {
        public Grid {
            columns = List.copyOf(columns);
            lines = List.copyOf(lines);
            var cells = columns.size() - 1;
            if (lines.stream().anyMatch(line -> line.cells().size() != cells)) {
                throw new IllegalArgumentException("a line has as many cells as there are columns");
            }
        }

        /** Whether a column of cells, from 0, stands to the right: where all that is in it does. */
        public boolean right(int column) {
            return lines.stream().allMatch(line -> line.cells().get(column).right());
        }

        @Override
        public Stream<String> words() {
            return lines.stream()
                    .flatMap(line -> Stream.concat(
                            Stream.of(line.label()),
                            line.cells().stream().filter(cell -> !cell.right()).map(Cell::text)));
        }
    }

    record Line(String label, List<Cell> cells) {
        public Line {
            cells = List.copyOf(cells);
        }
    }

    /**
     * @param text as it is read
     * @param number as it is reckoned with; empty if it is none, or is not told
     */
    record Cell(String text, Optional<BigDecimal> number) {
        private static final int SHORT = 16;

        public static Cell of(String text) {
            return new Cell(text, Optional.empty());
        }

        public static Cell of(String text, long number) {
            return new Cell(text, Optional.of(BigDecimal.valueOf(number)));
        }

        public static Cell of(String text, BigDecimal number) {
            return new Cell(text, Optional.of(number));
        }

        /** Whether it stands to the right, as numbers do, and what stands in for one. */
        public boolean right() {
            return text.length() <= SHORT;
        }
    }
}
