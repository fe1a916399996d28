package se.framsteg.cases.story;

import java.util.List;

/**
 * What one room has to tell of how a case stands, in a few rows, with a way to more of it.
 *
 * @param id of its place on the page
 */
public record Panel(String id, Told title, List<Row> rows, Told way, String path) {
    public Panel {
        rows = List.copyOf(rows);
    }

    /** @param values told one after another */
    public record Row(Told name, List<Told> values) {
        public Row {
            values = List.copyOf(values);
        }
    }
}
