package se.framsteg.demo;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyManager;
import se.framsteg.shared.Id;

/** Rows of one table on their way into it by PostgreSQL's COPY. An empty {@link Optional} or null is stored as null. */
final class Rows {
    private final String table;
    private final String columns;
    private final StringWriter text = new StringWriter();
    private final CsvWriter lines =
            CsvWriter.builder().quoteStrategy(QuoteStrategies.EMPTY).build(text);

    Rows(String table, String columns) {
        this.table = table;
        this.columns = columns;
    }

    void add(@Nullable Object... values) {
        lines.writeRecord(Arrays.stream(values).map(Rows::written).toArray(String[]::new));
    }

    private static @Nullable String written(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Optional<?> maybe -> written(maybe.orElse(null));
            case Id id -> id.value().toString();
            case Enum<?> name -> name.name();
            case List<?> list -> array(list);
            default -> value.toString();
        };
    }

    private static String array(List<?> values) {
        return values.stream()
                .map(value -> Objects.requireNonNullElse(written(value), "null"))
                .collect(Collectors.joining(",", "{", "}"));
    }

    void copy(CopyManager copy) {
        try {
            lines.flush();
            copy.copyIn(
                    "copy %s (%s) from stdin (format csv)".formatted(table, columns),
                    new StringReader(text.toString()));
            text.getBuffer().setLength(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("can’t fill " + table, e);
        }
    }
}
