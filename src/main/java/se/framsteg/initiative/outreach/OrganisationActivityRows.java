package se.framsteg.initiative.outreach;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.StaffId;

/** Activities for organisations as rows. Guards nothing: the door does. */
@Component
class OrganisationActivityRows {
    private final JdbcClient jdbc;
    private final Clock clock;

    OrganisationActivityRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The latest first. */
    List<OrganisationActivity> of(InitiativeId initiative) {
        return jdbc.sql("""
            select * from initiative_activities where initiative_id = ? and removed_at is null order by held_on desc, title, id\
            """)
                .param(initiative.value())
                .query(OrganisationActivityRows::activity)
                .list();
    }

    /** The same of several. */
    Map<InitiativeId, List<OrganisationActivity>> of(Collection<InitiativeId> initiatives) {
        var activities = new HashMap<InitiativeId, List<OrganisationActivity>>();
        jdbc.sql("""
            select * from initiative_activities where initiative_id = any(:initiatives) and removed_at is null
            order by held_on desc, title, id\
            """)
                .param(
                        "initiatives",
                        initiatives.stream().map(InitiativeId::value).toArray(UUID[]::new))
                .query(row -> {
                    activities
                            .computeIfAbsent(
                                    new InitiativeId(row.getObject("initiative_id", UUID.class)),
                                    _ -> new ArrayList<>())
                            .add(activity(row, 0));
                });
        return activities;
    }

    Optional<OrganisationActivity> find(InitiativeId initiative, OrganisationActivityId id) {
        return jdbc.sql("""
            select * from initiative_activities where initiative_id = :initiative and id = :id and removed_at is null\
            """)
                .param("initiative", initiative.value())
                .param("id", id.value())
                .query(OrganisationActivityRows::activity)
                .optional();
    }

    /** Adds it; does nothing if there is one with its id. */
    void add(InitiativeId initiative, OrganisationActivity activity, StaffId by) {
        with(jdbc.sql("""
            insert into initiative_activities (id, association_id, initiative_id, held_on, kind, title, organisations, hours, women, men,
              untold, note, saved_by, saved_at)
            select :id, i.association_id, i.id, :on, :kind, :title, :organisations, :hours, :women, :men, :untold, :note, :by, :now
            from initiatives i where i.id = :initiative on conflict (id) do nothing\
            """), activity, by)
                .param("initiative", initiative.value())
                .update();
    }

    boolean change(OrganisationActivity activity, StaffId by) {
        return with(jdbc.sql("""
            update initiative_activities set held_on = :on, kind = :kind, title = :title, organisations = :organisations,
              hours = :hours, women = :women, men = :men, untold = :untold, note = :note, version = version + 1, saved_by = :by,
              saved_at = :now
            where id = :id and version = :version and removed_at is null\
            """), activity, by)
                        .param("version", activity.version())
                        .update()
                == 1;
    }

    boolean remove(OrganisationActivityId id, int version, StaffId by) {
        return jdbc.sql("""
            update initiative_activities set removed_at = :now, version = version + 1, saved_by = :by, saved_at = :now
            where id = :id and version = :version and removed_at is null\
            """)
                        .param("id", id.value())
                        .param("version", version)
                        .param("by", by.value())
                        .param("now", now())
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec with(
            JdbcClient.StatementSpec statement, OrganisationActivity activity, StaffId by) {
        return statement
                .param("id", activity.id().value())
                .param("on", activity.on())
                .param("kind", activity.kind().name())
                .param("title", activity.title())
                .param("organisations", activity.organisations())
                .param("hours", activity.hours())
                .param("women", activity.women())
                .param("men", activity.men())
                .param("untold", activity.untold())
                .param("note", activity.note())
                .param("by", by.value())
                .param("now", now());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static OrganisationActivity activity(ResultSet row, int i) throws SQLException {
        return new OrganisationActivity(
                new OrganisationActivityId(row.getObject("id", UUID.class)),
                row.getObject("held_on", LocalDate.class),
                OrganisationActivity.Kind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getString("organisations"),
                row.getBigDecimal("hours"),
                row.getInt("women"),
                row.getInt("men"),
                row.getInt("untold"),
                row.getString("note"),
                row.getInt("version"));
    }
}
