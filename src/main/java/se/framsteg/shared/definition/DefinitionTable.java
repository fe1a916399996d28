package se.framsteg.shared.definition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.Id;

/**
 * A table of definition files: what ships with Framsteg, and what associations write, publish and retire themselves. All such tables have the
 * same columns. Guards nothing.
 *
 * @param <I> how a definition is named
 */
public abstract class DefinitionTable<I extends Id> {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final String table;
    private final Function<UUID, I> id;

    /** @param table its name, which is put into statements as it is */
    protected DefinitionTable(JdbcClient jdbc, Clock clock, String table, Function<UUID, I> id) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.table = table;
        this.id = id;
    }

    /** @param association empty if it ships with Framsteg */
    public record Place(Optional<AssociationId> association, State state) {}

    /**
     * @param definition the text in its format; a draft's may be faulty
     * @param edition counts the changes of a draft
     */
    public record Row<I>(I id, Place place, String definition, int edition) {}

    public Optional<Place> place(I id) {
        return statement("select association_id, state from %s where id = ?")
                .param(id.value())
                .query((row, i) -> place(row))
                .optional();
    }

    public Optional<Row<I>> find(I id) {
        return statement("select id, association_id, state, definition, edition from %s where id = ?")
                .param(id.value())
                .query(this::row)
                .optional();
    }

    /** The association's own and those that are everybody's, by key and version; drafts last changed first. */
    public List<Row<I>> of(AssociationId association) {
        return statement("""
            select id, association_id, state, definition, edition from %s
            where association_id = ? or (association_id is null and state <> 'DRAFT')
            order by key, version desc, changed_at desc\
            """).param(association.value()).query(this::row).list();
    }

    /** All published ones that ship with Framsteg, by key and version. */
    public List<Row<I>> shipped() {
        return statement("""
            select id, association_id, state, definition, edition from %s
            where association_id is null and state = 'PUBLISHED' order by key, version\
            """).query(this::row).list();
    }

    /** The latest published version of each that the association has or that is everybody’s, by key. */
    public List<I> latest(AssociationId association) {
        return statement("""
            select distinct on (key, association_id) id from %s
            where (association_id = ? or association_id is null) and state = 'PUBLISHED'
            order by key, association_id, version desc\
            """)
                .param(association.value())
                .query((row, i) -> id.apply(row.getObject("id", UUID.class)))
                .list();
    }

    public void insert(I id, AssociationId association, String definition) {
        statement("""
            insert into %s (id, association_id, state, definition, changed_at)
            values (:id, :association, 'DRAFT', :definition, :now)\
            """)
                .param("id", id.value())
                .param("association", association.value())
                .param("definition", definition)
                .param("now", now())
                .update();
    }

    /** @return how many: none if it is no draft, or has been changed since this edition */
    public int change(I id, int edition, String definition) {
        return statement("""
            update %s set definition = :definition, edition = edition + 1, changed_at = :now
            where id = :id and edition = :edition and state = 'DRAFT'\
            """)
                .param("id", id.value())
                .param("edition", edition)
                .param("definition", definition)
                .param("now", now())
                .update();
    }

    /** @return how many: none if it is no draft, or has been changed since this edition */
    public int publish(I id, int edition, String key, int version) {
        return statement("""
            update %s set state = 'PUBLISHED', key = :key, version = :version, published_at = :now
            where id = :id and edition = :edition and state = 'DRAFT'\
            """)
                .param("id", id.value())
                .param("edition", edition)
                .param("key", key)
                .param("version", version)
                .param("now", now())
                .update();
    }

    public void retire(I id) {
        statement("update %s set state = 'RETIRED', retired_at = :now where id = :id and state = 'PUBLISHED'")
                .param("id", id.value())
                .param("now", now())
                .update();
    }

    /** @return how many: none if it is no draft any more, or has been changed since this edition */
    public int delete(I id, int edition) {
        return statement("delete from %s where id = :id and edition = :edition and state = 'DRAFT'")
                .param("id", id.value())
                .param("edition", edition)
                .update();
    }

    /** The highest version under this key in the association, 0 if there is none. */
    public int highestVersion(AssociationId association, String key) {
        return statement("""
            select coalesce(max(version), 0) from %s where association_id = :association and key = :key\
            """)
                .param("association", association.value())
                .param("key", key)
                .query(Integer.class)
                .single();
    }

    public boolean isShipped(String key) {
        return statement("select exists (select from %s where association_id is null and key = ?)")
                .param(key)
                .query(Boolean.class)
                .single();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private Row<I> row(ResultSet row, int i) throws SQLException {
        return new Row<>(
                id.apply(row.getObject("id", UUID.class)),
                place(row),
                row.getString("definition"),
                row.getInt("edition"));
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(
                Optional.ofNullable(row.getObject("association_id", UUID.class)).map(AssociationId::new),
                State.valueOf(row.getString("state")));
    }

    private JdbcClient.StatementSpec statement(String sql) {
        return jdbc.sql(sql.replace("%s", table));
    }
}
