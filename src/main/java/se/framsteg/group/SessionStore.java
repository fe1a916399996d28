package se.framsteg.group;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.group.Session.Details;
import se.framsteg.group.Session.Kind;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.StaffId;

/** Sessions as rows. Guards nothing: the doors do. */
@Component
class SessionStore {
    private final JdbcClient jdbc;
    private final Clock clock;

    SessionStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those of a group, in order of time, the cancelled ones too. */
    List<Session> of(GroupId group) {
        return jdbc.sql("select * from group_sessions where group_id = ? order by held_on, starts_at, id")
                .param(group.value())
                .query(SessionStore::session)
                .list();
    }

    Optional<Session> find(GroupId group, SessionId id) {
        return jdbc.sql("select * from group_sessions where group_id = :group and id = :id")
                .param("group", group.value())
                .param("id", id.value())
                .query(SessionStore::session)
                .optional();
    }

    /** What is planned now of those that one form made, in their order; nothing before it has been saved. */
    List<Details> ofSeries(GroupId group, UUID series) {
        return jdbc.sql("select * from group_sessions where group_id = :group and series_id = :series order by number")
                .param("group", group.value())
                .param("series", series)
                .query((row, i) -> session(row, i).details())
                .list();
    }

    /** Adds as many, a week apart; those that are there already, as when a form is sent twice, are left as they are. */
    void add(GroupId group, UUID series, Details first, int times) {
        with(jdbc.sql("""
            insert into group_sessions (id, group_id, series_id, number, held_on, starts_at, minutes, kind, theme, place, leader_staff_id,
              leader_words, lecturer_organisation_id, lecturer_words, materials)
            select gen_random_uuid(), :group, :series, n, cast(:on as date) + 7 * (n - 1), :at, :minutes, :kind, :theme, :place, :leader,
              :leaderWords, :lecturer, :lecturerWords, :materials
            from generate_series(1, :times) n on conflict (series_id, number) do nothing\
            """), first)
                .param("group", group.value())
                .param("series", series)
                .param("times", times)
                .update();
    }

    /** Whether it was still of that version and has been changed. */
    boolean change(SessionId id, int version, Details details) {
        return with(jdbc.sql("""
            update group_sessions set held_on = :on, starts_at = :at, minutes = :minutes, kind = :kind, theme = :theme, place = :place,
              leader_staff_id = :leader, leader_words = :leaderWords, lecturer_organisation_id = :lecturer,
              lecturer_words = :lecturerWords, materials = :materials, version = version + 1
            where id = :id and version = :version and cancelled_at is null\
            """), details)
                        .param("id", id.value())
                        .param("version", version)
                        .update()
                == 1;
    }

    /** Whether it was still of that version, and nobody had said who came. */
    boolean cancel(SessionId id, int version, String why) {
        return jdbc.sql("""
            update group_sessions set cancelled_at = :now, cancelled_why = :why, version = version + 1
            where id = :id and version = :version and cancelled_at is null and attendance_version = 0\
            """)
                        .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                        .param("why", why)
                        .param("id", id.value())
                        .param("version", version)
                        .update()
                == 1;
    }

    private static JdbcClient.StatementSpec with(JdbcClient.StatementSpec statement, Details details) {
        return statement
                .param("on", details.on())
                .param("at", details.at())
                .param("minutes", details.minutes())
                .param("kind", details.kind().name())
                .param("theme", details.theme())
                .param("place", details.place())
                .param("leader", details.leader().map(StaffId::value).orElse(null))
                .param("leaderWords", details.leaderWords())
                .param("lecturer", details.lecturer().map(OrganisationId::value).orElse(null))
                .param("lecturerWords", details.lecturerWords())
                .param("materials", details.materials());
    }

    static Session session(ResultSet row, int i) throws SQLException {
        var details = new Details(
                row.getObject("held_on", LocalDate.class),
                row.getObject("starts_at", LocalTime.class),
                row.getInt("minutes"),
                Kind.valueOf(row.getString("kind")),
                row.getString("theme"),
                row.getString("place"),
                Optional.ofNullable(row.getObject("leader_staff_id", UUID.class))
                        .map(StaffId::new),
                row.getString("leader_words"),
                Optional.ofNullable(row.getObject("lecturer_organisation_id", UUID.class))
                        .map(OrganisationId::new),
                row.getString("lecturer_words"),
                row.getString("materials"));
        return new Session(
                new SessionId(row.getObject("id", UUID.class)),
                new GroupId(row.getObject("group_id", UUID.class)),
                details,
                row.getObject("cancelled_at") == null ? Optional.empty() : Optional.of(row.getString("cancelled_why")),
                row.getInt("attendance_version"),
                row.getInt("version"));
    }
}
