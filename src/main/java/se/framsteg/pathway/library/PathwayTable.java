package se.framsteg.pathway.library;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.PathwayId;

/** The rows of {@code pathways}. Guards nothing. */
@Repository
class PathwayTable {
    private final JdbcClient jdbc;
    private final Clock clock;

    PathwayTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param association empty if it ships with Framsteg */
    record Place(Optional<AssociationId> association, State state) {}

    /**
     * @param definition the text in the pathway format; a draft's may be faulty
     * @param edition counts the changes of a draft
     */
    record Row(PathwayId id, Place place, String definition, int edition) {}

    Optional<Place> place(PathwayId id) {
        return jdbc.sql("select association_id, state from pathways where id = ?")
                .param(id.value())
                .query((row, i) -> place(row))
                .optional();
    }

    Optional<Row> find(PathwayId id) {
        return jdbc.sql("select id, association_id, state, definition, edition from pathways where id = ?")
                .param(id.value())
                .query(PathwayTable::row)
                .optional();
    }

    /** The association's own and those that are everybody's, by key and version; drafts last changed first. */
    List<Row> of(AssociationId association) {
        return jdbc.sql("""
            select id, association_id, state, definition, edition from pathways
            where association_id = ? or (association_id is null and state <> 'DRAFT')
            order by key, version desc, changed_at desc\
            """).param(association.value()).query(PathwayTable::row).list();
    }

    /** The latest published version of each that the association has or that is everybody’s, by key. */
    List<PathwayId> latest(AssociationId association) {
        return jdbc.sql("""
            select distinct on (key, association_id) id from pathways
            where (association_id = ? or association_id is null) and state = 'PUBLISHED'
            order by key, association_id, version desc\
            """)
                .param(association.value())
                .query((row, i) -> new PathwayId(row.getObject("id", UUID.class)))
                .list();
    }

    void insert(PathwayId id, AssociationId association, String definition) {
        jdbc.sql("""
            insert into pathways (id, association_id, state, definition, changed_at)
            values (:id, :association, 'DRAFT', :definition, :now)\
            """)
                .param("id", id.value())
                .param("association", association.value())
                .param("definition", definition)
                .param("now", now())
                .update();
    }

    /** @return how many: none if it is no draft, or has been changed since this edition */
    int change(PathwayId id, int edition, String definition) {
        return jdbc.sql("""
            update pathways set definition = :definition, edition = edition + 1, changed_at = :now
            where id = :id and edition = :edition and state = 'DRAFT'\
            """)
                .param("id", id.value())
                .param("edition", edition)
                .param("definition", definition)
                .param("now", now())
                .update();
    }

    /** @return how many: none if it is no draft, or has been changed since this edition */
    int publish(PathwayId id, int edition, String key, int version) {
        return jdbc.sql("""
            update pathways set state = 'PUBLISHED', key = :key, version = :version, published_at = :now
            where id = :id and edition = :edition and state = 'DRAFT'\
            """)
                .param("id", id.value())
                .param("edition", edition)
                .param("key", key)
                .param("version", version)
                .param("now", now())
                .update();
    }

    void retire(PathwayId id) {
        jdbc.sql("update pathways set state = 'RETIRED', retired_at = :now where id = :id and state = 'PUBLISHED'")
                .param("id", id.value())
                .param("now", now())
                .update();
    }

    /** @return how many: none if it is no draft any more, or has been changed since this edition */
    int delete(PathwayId id, int edition) {
        return jdbc.sql("delete from pathways where id = :id and edition = :edition and state = 'DRAFT'")
                .param("id", id.value())
                .param("edition", edition)
                .update();
    }

    /** The highest version under this key in the association, 0 if there is none. */
    int latest(AssociationId association, String key) {
        return jdbc.sql("""
            select coalesce(max(version), 0) from pathways where association_id = :association and key = :key\
            """)
                .param("association", association.value())
                .param("key", key)
                .query(Integer.class)
                .single();
    }

    boolean isShipped(String key) {
        return jdbc.sql("select exists (select from pathways where association_id is null and key = ?)")
                .param(key)
                .query(Boolean.class)
                .single();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Row row(ResultSet row, int i) throws SQLException {
        return new Row(
                new PathwayId(row.getObject("id", UUID.class)),
                place(row),
                row.getString("definition"),
                row.getInt("edition"));
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(
                Optional.ofNullable(row.getObject("association_id", UUID.class)).map(AssociationId::new),
                State.valueOf(row.getString("state")));
    }
}
