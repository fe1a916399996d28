package se.framsteg.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.framsteg.shared.Id;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rows of one table on their way into it in one statement, each value as JSON that the table's own types read; COPY is closed
 * to who is held back by policies. An empty {@link Optional} or null is stored as null.
 */
final class Rows {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final String table;
    private final String columns;
    private final List<Map<String, @Nullable Object>> rows = new ArrayList<>();

    Rows(String table, String columns) {
        this.table = table;
        this.columns = columns;
    }

    void add(@Nullable Object... values) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        var names = columns.split(", ");
        for (int i = 0; i < names.length; i++) {
            row.put(names[i], written(values[i]));
        }
        rows.add(row);
    }

    private static @Nullable Object written(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Optional<?> maybe -> written(maybe.orElse(null));
            case Id id -> id.value().toString();
            case Enum<?> name -> name.name();
            case List<?> list -> list.stream().map(Rows::written).toList();
            case Number number -> number;
            case Boolean yes -> yes;
            default -> value.toString();
        };
    }

    void insert(JdbcClient jdbc) {
        jdbc.sql("insert into %1$s (%2$s) select %2$s from json_populate_recordset(cast(null as %1$s), cast(? as json))"
                        .formatted(table, columns))
                .param(JSON.writeValueAsString(rows))
                .update();
        rows.clear();
    }
}
