package se.framsteg.testing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.ParticipantId;

/**
 * The tables that tell of persons, as the database itself knows them: those that a foreign key binds to a person or a case, at
 * whatever distance, and those with a column that is named as if it did.
 */
public final class PersonTables {
    private static final Set<String> ROOTS = Set.of("participants", "cases", "referrals");
    private static final String NAMED = "case_id|participant_id|round_id|note_id|referral_id|agreement_id|consent_id";

    private final OwnerSql owner;
    private final List<Key> keys;

    public PersonTables(OwnerSql owner) {
        this.owner = owner;
        this.keys = owner.sql("""
            select c.conrelid::regclass::text as child, c.confrelid::regclass::text as parent,
              string_agg(a.attname, ', ' order by k.place) as columns, string_agg('t.' || b.attname, ', ' order by k.place) as of
            from pg_constraint c
            cross join lateral unnest(c.conkey, c.confkey) with ordinality as k(child, parent, place)
            join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.child
            join pg_attribute b on b.attrelid = c.confrelid and b.attnum = k.parent
            where c.contype = 'f' and c.connamespace = current_schema()::regnamespace
            group by c.oid, c.conrelid, c.confrelid\
            """)
                .query((row, i) -> new Key(
                        row.getString("child"), row.getString("parent"), row.getString("columns"), row.getString("of")))
                .list();
    }

    private record Key(String child, String parent, String columns, String of) {}

    /** All of them, by name. */
    public Set<String> names() {
        var names = new TreeSet<>(ROOTS);
        names.addAll(
                owner.sql("""
                    select distinct t.table_name from information_schema.tables t
                    join information_schema.columns c on c.table_schema = t.table_schema and c.table_name = t.table_name
                    where t.table_schema = current_schema() and t.table_type = 'BASE TABLE' and c.column_name ~ ?\
                    """).param("^(" + NAMED + ")$").query(String.class).list());
        for (boolean more = true; more; ) {
            var found = new HashSet<String>();
            keys.stream()
                    .filter(key -> names.contains(key.parent()) && !names.contains(key.child()))
                    .forEach(key -> found.add(key.child()));
            more = names.addAll(found);
        }
        return names;
    }

    /** The rows of such a table that belong to this case or its person. */
    public List<Map<String, Object>> rows(String table, CaseId id, ParticipantId person) {
        return owner.sql("select t.* from " + table + " t where " + belongs(table, id, person))
                .query()
                .listOfRows();
    }

    private String belongs(String table, CaseId id, ParticipantId person) {
        var columns = columns(table);
        if (table.equals("cases")) {
            return is("id", id.value());
        }
        if (table.equals("participants")) {
            return is("id", person.value());
        }
        if (table.equals("referrals")) {
            return is("participant_id", person.value());
        }
        if (columns.contains("case_id")) {
            return is("case_id", id.value());
        }
        if (columns.contains("participant_id")) {
            return is("participant_id", person.value());
        }
        var key = keys.stream()
                .filter(one -> one.child().equals(table) && names().contains(one.parent()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("how " + table + " belongs to a case is not known"));
        return "(" + key.columns() + ") in (select " + key.of() + " from " + key.parent() + " t where "
                + belongs(key.parent(), id, person) + ")";
    }

    private static String is(String column, UUID id) {
        return "t." + column + " = '" + id + "'";
    }

    private Set<String> columns(String table) {
        return new HashSet<>(owner.sql("select column_name from information_schema.columns"
                        + " where table_schema = current_schema() and table_name = ?")
                .param(table)
                .query(String.class)
                .list());
    }

    /** Every place in the database where one of these words stands, whatever its type; as table.column: word. */
    public Set<String> traces(List<String> words) {
        var found = new TreeSet<String>();
        var anyWord = words.stream().map(word -> "%" + word + "%").toArray(String[]::new);
        everything().stream().collect(groupingBy(Column::table)).forEach((table, columns) -> {
            var all = columns.stream().map(Column::text).collect(joining(", "));
            if (has(table, "concat_ws(' ', " + all + ")", anyWord)) {
                for (var column : columns) {
                    words.stream()
                            .filter(word -> has(table, column.text(), "%" + word + "%"))
                            .forEach(word -> found.add(table + "." + column.name() + ": " + word));
                }
            }
        });
        return found;
    }

    private boolean has(String table, String text, String... patterns) {
        return owner.sql("select exists (select from %s where %s ilike any(:patterns))".formatted(table, text))
                .param("patterns", patterns)
                .query(Boolean.class)
                .single();
    }

    private record Column(String table, String name, String type) {
        /** Bytes are read as the text that they may be. */
        String text() {
            var quoted = '"' + name + '"';
            return type.equals("bytea") ? "encode(" + quoted + ", 'escape')" : "cast(" + quoted + " as text)";
        }
    }

    private List<Column> everything() {
        return owner.sql("""
            select quote_ident(t.table_schema) || '.' || quote_ident(t.table_name) as of, c.column_name, c.data_type
            from information_schema.tables t
            join information_schema.columns c on c.table_schema = t.table_schema and c.table_name = t.table_name
            where t.table_type = 'BASE TABLE' and t.table_schema not in ('pg_catalog', 'information_schema')
              and (c.data_type in ('text', 'character varying', 'character', 'json', 'jsonb', 'xml', 'ARRAY', 'bytea')
                or c.data_type = 'USER-DEFINED')\
            """)
                .query((row, i) ->
                        new Column(row.getString("of"), row.getString("column_name"), row.getString("data_type")))
                .list();
    }

    /** How many rows each table holds of this case and person; a table without any is left out. */
    public Map<String, Integer> left(CaseId id, ParticipantId person) {
        var left = new LinkedHashMap<String, Integer>();
        for (var table : names()) {
            var rows = rows(table, id, person).size();
            if (rows > 0) {
                left.put(table, rows);
            }
        }
        return left;
    }
}
