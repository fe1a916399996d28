package se.framsteg.group;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.group.Programme.Details;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.StaffId;

/** Groups as rows. Guards nothing: the doors do. */
@Component
class GroupStore {
    private static final String FOUND = """
        select g.*, s.first_on, s.last_on, s.sessions, group_size(g.id) as enrolled, group_full(g.id) as is_full,
          array(select l.staff_id from group_leaders l where l.group_id = g.id) as leaders
        from group_programmes g
        cross join lateral (select min(s.held_on) as first_on, max(s.held_on) as last_on, count(*) as sessions
          from group_sessions s where s.group_id = g.id and s.cancelled_at is null) s
        """;

    private final JdbcClient jdbc;
    private final Clock clock;

    GroupStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Programme> find(GroupId id) {
        return jdbc.sql(FOUND + "where g.id = ?")
                .param(id.value())
                .query(GroupStore::programme)
                .optional();
    }

    /** Of these initiatives, those that end last first. */
    List<Programme> of(Collection<InitiativeId> initiatives) {
        return jdbc.sql(FOUND + "where g.initiative_id = any(:ids) order by s.last_on desc nulls first, g.name, g.id")
                .param("ids", initiatives.stream().map(InitiativeId::value).toArray(UUID[]::new))
                .query(GroupStore::programme)
                .list();
    }

    /** Adds it; does nothing if it is there already, as when a form is sent twice. */
    void add(GroupId id, InitiativeId initiative, Details details, StaffId by) {
        var added = jdbc.sql("""
            insert into group_programmes (id, association_id, organisation_id, initiative_id, name, purpose, places, made_by, made_at)
            select :id, i.association_id, i.owner_id, i.id, :name, :purpose, :places, :by, :now
            from initiatives i where i.id = :initiative on conflict (id) do nothing\
            """)
                .param("id", id.value())
                .param("initiative", initiative.value())
                .param("name", details.name())
                .param("purpose", details.purpose())
                .param("places", details.places().orElse(null))
                .param("by", by.value())
                .param("now", now())
                .update();
        if (added == 1) {
            lead(id, details.leaders());
        }
    }

    /** Whether it was still of that version and has been changed. */
    boolean change(GroupId id, int version, Details details) {
        var changed = jdbc.sql("""
            update group_programmes set name = :name, purpose = :purpose, places = :places, version = version + 1
            where id = :id and version = :version\
            """)
                        .param("name", details.name())
                        .param("purpose", details.purpose())
                        .param("places", details.places().orElse(null))
                        .param("id", id.value())
                        .param("version", version)
                        .update()
                == 1;
        if (changed) {
            // First those who come: whoever takes themselves off the list could not add anybody afterwards.
            lead(id, details.leaders());
            jdbc.sql("delete from group_leaders where group_id = :id and staff_id <> all(:leaders)")
                    .param("id", id.value())
                    .param("leaders", values(details.leaders()))
                    .update();
        }
        return changed;
    }

    private void lead(GroupId id, Collection<StaffId> leaders) {
        jdbc.sql("""
            insert into group_leaders (group_id, staff_id) select :id, l from unnest(cast(:leaders as uuid[])) l
            on conflict do nothing\
            """).param("id", id.value()).param("leaders", values(leaders)).update();
    }

    private static UUID[] values(Collection<StaffId> staff) {
        return staff.stream().map(StaffId::value).toArray(UUID[]::new);
    }

    /** How many places are taken; the group is held until the transaction ends. */
    int taken(GroupId id) {
        return jdbc.sql("select group_places_taken(?)")
                .param(id.value())
                .query(Integer.class)
                .single();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Programme programme(ResultSet row, int i) throws SQLException {
        var leaders = Arrays.stream((UUID[]) row.getArray("leaders").getArray())
                .map(StaffId::new)
                .collect(Collectors.toSet());
        return new Programme(
                new GroupId(row.getObject("id", UUID.class)),
                new AssociationId(row.getObject("association_id", UUID.class)),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                new InitiativeId(row.getObject("initiative_id", UUID.class)),
                new Details(
                        row.getString("name"),
                        row.getString("purpose"),
                        Optional.ofNullable(row.getObject("places", Integer.class)),
                        leaders),
                Optional.ofNullable(row.getObject("first_on", LocalDate.class)),
                Optional.ofNullable(row.getObject("last_on", LocalDate.class)),
                row.getInt("sessions"),
                Optional.ofNullable(row.getObject("enrolled", Integer.class)),
                row.getBoolean("is_full"),
                row.getObject("evaluation_closed_at") != null,
                row.getInt("version"));
    }
}
