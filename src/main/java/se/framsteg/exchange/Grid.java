package se.framsteg.exchange;

import java.util.ArrayList;
import java.util.List;

/**
 * A table as read from a file.
 *
 * @param readAs what kind of file it was
 * @param detail the sheet's name and those of the other sheets; or the encoding and the separator
 * @param headings the first row with more than one cell filled; as many as there are columns
 * @param rows without those that are empty
 */
public record Grid(Kind readAs, List<String> detail, List<String> headings, List<Line> rows) {
    static final int MOST_ROWS = 20_000;
    static final int MOST_COLUMNS = 200;
    static final int LONGEST_CELL = 500;

    public enum Kind {
        EXCEL,
        CSV
    }

    /** @param number the row as a spreadsheet counts it, from 1 */
    public record Line(int number, List<String> cells) {
        public Line {
            cells = List.copyOf(cells);
        }

        /** What stands in the column, empty if the row ends before it. */
        public String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }

        boolean blank() {
            return cells.stream().allMatch(String::isEmpty);
        }
    }

    /**
     * Takes the first row for the headings; a single cell that stands above them is a title.
     *
     * @throws UnreadableFileException if there is no table, or more of it than can be taken
     */
    static Grid of(Kind readAs, List<String> detail, Iterable<Line> lines) {
        var headings = new ArrayList<String>();
        var rows = new ArrayList<Line>();
        for (var line : lines) {
            if (line.blank()) {
                continue;
            }
            if (line.cells().size() > MOST_COLUMNS) {
                throw new UnreadableFileException("import.file.wide", MOST_COLUMNS);
            }
            if (rows.isEmpty() && filled(headings) < 2) {
                headings.clear();
                headings.addAll(line.cells());
            } else if (rows.size() == MOST_ROWS) {
                throw new UnreadableFileException("import.file.long", MOST_ROWS);
            } else {
                rows.add(line);
            }
        }
        return checked(readAs, detail, headings, rows);
    }

    private static long filled(List<String> cells) {
        return cells.stream().filter(cell -> !cell.isEmpty()).count();
    }

    private static Grid checked(Kind readAs, List<String> detail, List<String> headings, List<Line> rows) {
        if (filled(headings) < 2) {
            throw new UnreadableFileException(headings.isEmpty() ? "import.file.empty" : "import.file.narrow");
        }
        if (rows.isEmpty()) {
            throw new UnreadableFileException("import.file.empty");
        }
        var widest = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        while (headings.size() < widest) {
            headings.add("");
        }
        return new Grid(readAs, List.copyOf(detail), List.copyOf(headings), List.copyOf(rows));
    }

    /** As it is kept: blanks of any kind gathered, nothing that a database can't hold, not endless. */
    static String clean(String text) {
        var gathered = text.replaceAll("[\\s\\p{Z}\\p{Cntrl}\\p{Cf}]+", " ").strip();
        return gathered.length() > LONGEST_CELL ? gathered.substring(0, LONGEST_CELL) : gathered;
    }
}
