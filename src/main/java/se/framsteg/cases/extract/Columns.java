package se.framsteg.cases.extract;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.framsteg.cases.extract.Entry.Field;
import se.framsteg.cases.extract.Entry.Value;
import se.framsteg.shared.StaffId;

/**
 * Makes an entry of the columns of a row: each field has its column's name. What is null or empty is left out.
 */
public final class Columns {
    private final ResultSet row;
    private final List<Field> fields = new ArrayList<>();

    private Columns(ResultSet row) {
        this.row = row;
    }

    public static Columns of(ResultSet row) {
        return new Columns(row);
    }

    /** What was written in each of these. */
    public Columns written(String... columns) throws SQLException {
        for (var column : columns) {
            var text = row.getString(column);
            if (text != null && !text.isBlank()) {
                add(column, new Value.Written(text));
            }
        }
        return this;
    }

    public Columns day(String... columns) throws SQLException {
        for (var column : columns) {
            var day = row.getObject(column, LocalDate.class);
            add(column, day == null ? null : new Value.Day(day));
        }
        return this;
    }

    public Columns moment(String... columns) throws SQLException {
        for (var column : columns) {
            var at = row.getObject(column, OffsetDateTime.class);
            add(column, at == null ? null : new Value.Moment(at.toInstant()));
        }
        return this;
    }

    public Columns amount(String column) throws SQLException {
        var number = row.getBigDecimal(column);
        return add(column, number == null ? null : new Value.Amount(number));
    }

    /** A whole number. */
    public Columns count(String column) throws SQLException {
        var number = row.getObject(column, Integer.class);
        return add(column, number == null ? null : new Value.Amount(BigDecimal.valueOf(number)));
    }

    public Columns truth(String column) throws SQLException {
        var yes = row.getObject(column, Boolean.class);
        return add(column, yes == null ? null : new Value.Truth(yes));
    }

    /** One of a set of values, whose texts are under {@code texts}. */
    public Columns coded(String column, String texts) throws SQLException {
        var code = row.getString(column);
        return add(column, code == null ? null : new Value.Coded(texts, code));
    }

    /** Several of a set of values. */
    public Columns codes(String column, String texts) throws SQLException {
        var codes = row.getArray(column);
        if (codes != null) {
            var parts = Arrays.stream((String[]) codes.getArray())
                    .map(code -> new Entry(List.of(new Field(column, new Value.Coded(texts, code)))))
                    .toList();
            parts(column, parts);
        }
        return this;
    }

    public Columns by(String... columns) throws SQLException {
        for (var column : columns) {
            var staff = row.getObject(column, UUID.class);
            add(column, staff == null ? null : new Value.By(new StaffId(staff)));
        }
        return this;
    }

    /** Who wrote it: the person, where no staff is named. */
    public Columns byStaffOrPerson(String column) throws SQLException {
        return row.getObject(column) == null ? add(column, new Value.Coded("extract.by", "PERSON")) : by(column);
    }

    public Columns attached(String column) throws SQLException {
        var content = row.getBytes(column);
        return add(column, content == null ? null : new Value.Attached(content));
    }

    /** What belongs to the entry, read elsewhere. */
    public Columns parts(String name, List<Entry> entries) {
        return add(name, entries.isEmpty() ? null : new Value.Parts(List.copyOf(entries)));
    }

    /** What no column holds as it is to be told; nothing if there is none. */
    public Columns field(String name, @Nullable Value value) {
        return add(name, value);
    }

    private Columns add(String name, @Nullable Value value) {
        if (value != null) {
            fields.add(new Field(name, value));
        }
        return this;
    }

    public Entry entry() {
        return new Entry(fields);
    }
}
