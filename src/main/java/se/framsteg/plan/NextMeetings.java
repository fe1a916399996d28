package se.framsteg.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.plan.NextMeeting.Invited;

/** Meetings that lie ahead, as rows. Guards nothing: the doors do, and the database shows of those invited what is the asker’s to see. */
@Component
class NextMeetings {
    private final JdbcClient jdbc;

    NextMeetings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<NextMeeting> of(PlanId plan) {
        return jdbc.sql("select * from plan_meetings where plan_id = ? and state = 'PLANNED'")
                .param(plan.value())
                .query((row, i) -> meeting(row))
                .optional()
                .map(meeting -> with(meeting, invited(meeting.id())));
    }

    private static NextMeeting meeting(ResultSet row) throws SQLException {
        return new NextMeeting(
                new MeetingId(row.getObject("id", UUID.class)),
                row.getObject("meets_on", LocalDate.class),
                row.getObject("meets_at", LocalTime.class),
                row.getInt("minutes"),
                row.getString("place"),
                row.getString("video"),
                row.getString("interpreter"),
                List.of());
    }

    private static NextMeeting with(NextMeeting meeting, List<Invited> invited) {
        return new NextMeeting(
                meeting.id(),
                meeting.on(),
                meeting.at(),
                meeting.minutes(),
                meeting.place(),
                meeting.video(),
                meeting.interpreter(),
                invited);
    }

    private List<Invited> invited(MeetingId meeting) {
        return jdbc.sql("""
            select i.part, i.name, i.role, i.reply, coalesce(o.name, '') as organisation
            from plan_invitees i left join organisations o on o.id = i.organisation_id
            where i.meeting_id = ? and i.removed_at is null order by i.part <> 'PERSON', i.added_at, i.id\
            """)
                .param(meeting.value())
                .query((row, i) -> new Invited(
                        NextMeeting.Part.valueOf(row.getString("part")),
                        row.getString("name"),
                        row.getString("role"),
                        row.getString("organisation"),
                        Optional.ofNullable(row.getString("reply")).map(NextMeeting.Reply::valueOf)))
                .list();
    }
}
