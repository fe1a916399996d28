package se.framsteg.initiative.official;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.initiative.official.Official.Circle;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.StaffId;

/** Officials as rows. Guards nothing: the door does. */
@Component
class OfficialRows {
    private final JdbcClient jdbc;
    private final Clock clock;

    OfficialRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Official> of(InitiativeId initiative) {
        return jdbc.sql("""
            select * from initiative_officials where initiative_id = ? and removed_at is null
            order by array_position(array['STEERING', 'WORKING', 'OTHER'], circle), to_on desc nulls first, organisation, function, id\
            """)
                .param(initiative.value())
                .query(OfficialRows::official)
                .list();
    }

    Optional<Official> find(InitiativeId initiative, OfficialId id) {
        return jdbc.sql("""
            select * from initiative_officials where initiative_id = :initiative and id = :id and removed_at is null\
            """)
                .param("initiative", initiative.value())
                .param("id", id.value())
                .query(OfficialRows::official)
                .optional();
    }

    /** Adds it; does nothing if there is one with its id. */
    void add(InitiativeId initiative, Official official, StaffId by) {
        with(jdbc.sql("""
            insert into initiative_officials (id, association_id, initiative_id, circle, function, organisation, name, from_on, to_on,
              saved_by, saved_at)
            select :id, i.association_id, i.id, :circle, :function, :organisation, :name, :from, :to, :by, :now
            from initiatives i where i.id = :initiative on conflict (id) do nothing\
            """), official, by)
                .param("initiative", initiative.value())
                .update();
    }

    boolean change(Official official, StaffId by) {
        return with(jdbc.sql("""
            update initiative_officials set circle = :circle, function = :function, organisation = :organisation, name = :name,
              from_on = :from, to_on = :to, version = version + 1, saved_by = :by, saved_at = :now
            where id = :id and version = :version and removed_at is null\
            """), official, by)
                        .param("version", official.version())
                        .update()
                == 1;
    }

    /** Forgets who it was: what was entered by mistake has no use. */
    boolean remove(OfficialId id, int version, StaffId by) {
        return jdbc.sql("""
            update initiative_officials set removed_at = :now, name = '', version = version + 1, saved_by = :by, saved_at = :now
            where id = :id and version = :version and removed_at is null\
            """)
                        .param("id", id.value())
                        .param("version", version)
                        .param("by", by.value())
                        .param("now", now())
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec with(JdbcClient.StatementSpec statement, Official official, StaffId by) {
        return statement
                .param("id", official.id().value())
                .param("circle", official.circle().name())
                .param("function", official.function())
                .param("organisation", official.organisation())
                .param("name", official.name())
                .param("from", official.from())
                .param("to", official.to().orElse(null))
                .param("by", by.value())
                .param("now", now());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Official official(ResultSet row, int i) throws SQLException {
        return new Official(
                new OfficialId(row.getObject("id", UUID.class)),
                Circle.valueOf(row.getString("circle")),
                row.getString("function"),
                row.getString("organisation"),
                row.getString("name"),
                row.getObject("from_on", LocalDate.class),
                Optional.ofNullable(row.getObject("to_on", LocalDate.class)),
                row.getInt("version"));
    }
}
