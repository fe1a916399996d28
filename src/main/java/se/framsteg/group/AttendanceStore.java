package se.framsteg.group;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.shared.StaffId;

/** Attendance as rows. Guards nothing: the doors do. */
@Component
class AttendanceStore {
    private final JdbcClient jdbc;
    private final Clock clock;

    AttendanceStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Map<EnrolmentId, Mark> of(SessionId session) {
        var marks = new HashMap<EnrolmentId, Mark>();
        jdbc.sql("select enrolment_id, mark from group_attendance where session_id = ?")
                .param(session.value())
                .query(row -> {
                    marks.put(
                            new EnrolmentId(row.getObject("enrolment_id", UUID.class)),
                            Mark.valueOf(row.getString("mark")));
                });
        return marks;
    }

    /** What one person was written down as, by session. */
    Map<SessionId, Mark> of(EnrolmentId enrolment) {
        var marks = new HashMap<SessionId, Mark>();
        jdbc.sql("select session_id, mark from group_attendance where enrolment_id = ?")
                .param(enrolment.value())
                .query(row -> {
                    marks.put(
                            new SessionId(row.getObject("session_id", UUID.class)),
                            Mark.valueOf(row.getString("mark")));
                });
        return marks;
    }

    /** To how many sessions somebody came, of those in which it was written down. */
    record Share(EnrolmentId id, int came, int counted) {}

    List<Share> shares(GroupId group) {
        return jdbc.sql("""
            select enrolment_id, count(*) filter (where mark = 'CAME') as came, count(*) as counted
            from group_attendance where group_id = ? group by enrolment_id\
            """)
                .param(group.value())
                .query((row, i) -> new Share(
                        new EnrolmentId(row.getObject("enrolment_id", UUID.class)),
                        row.getInt("came"),
                        row.getInt("counted")))
                .list();
    }

    /**
     * Saves the whole list in one statement: of two who save at the same time, the other finds another version. Whom the asker does not see
     * as a leader is passed over.
     *
     * @param version how many times it had been saved when the list was read
     * @return whether it was still that version
     */
    boolean save(Session session, int version, Map<EnrolmentId, Mark> marks, StaffId by) {
        var ids = List.copyOf(marks.keySet());
        return jdbc.sql("""
            with held as (
              update group_sessions set attendance_version = attendance_version + 1
              where id = :session and attendance_version = :version and cancelled_at is null returning id, group_id),
            saved as (
              insert into group_attendance as a (session_id, enrolment_id, group_id, mark, recorded_by, recorded_at)
              select h.id, l.id, h.group_id, t.mark, :by, :now
              from held h cross join unnest(cast(:ids as uuid[]), cast(:marks as text[])) as t(id, mark)
              join led_enrolments l on l.id = t.id and l.group_id = h.group_id
              on conflict (session_id, enrolment_id) do update
                set mark = excluded.mark, recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at
                where a.mark <> excluded.mark)
            select count(*) = 1 from held\
            """)
                .param("session", session.id().value())
                .param("version", version)
                .param("by", by.value())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("ids", EnrolmentStore.values(ids))
                .param("marks", ids.stream().map(marks::get).map(Mark::name).toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }
}
