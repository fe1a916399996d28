package se.framsteg.plan.meeting;

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
import se.framsteg.plan.MeetingId;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.StaffId;

/** Who is asked to meetings, as rows. Guards nothing: the doors do. */
@Component
class InviteeStore {
    private final JdbcClient jdbc;
    private final Clock clock;

    InviteeStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The person first, then in the order in which they were added; without those who have been taken away. */
    List<Invitee> of(MeetingId meeting) {
        return jdbc.sql("""
            select * from plan_invitees where meeting_id = ? and removed_at is null
            order by part <> 'PERSON', added_at, id\
            """)
                .param(meeting.value())
                .query((row, i) -> invitee(row))
                .list();
    }

    Optional<Invitee> find(MeetingId meeting, InviteeId id) {
        return of(meeting).stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** Adds them; does nothing if they are asked already, as when a form is sent twice. */
    void add(MeetingId meeting, InviteeId id, Invitee.How how, Invitee.Asked asked, StaffId by) {
        jdbc.sql("""
            insert into plan_invitees (id, meeting_id, how, part, organisation_id, name, role, email, brought, version, added_at,
              saved_by, saved_at)
            values (:id, :meeting, :how, :part, cast(:organisation as uuid), :name, :role, :email, :brought, 1, :now, :by, :now)
            on conflict do nothing\
            """)
                .param("id", id.value())
                .param("meeting", meeting.value())
                .param("how", how.name())
                .param("part", asked.part().name())
                .param(
                        "organisation",
                        asked.organisation().map(OrganisationId::value).orElse(null))
                .param("name", asked.name())
                .param("role", asked.role())
                .param("email", asked.email())
                .param("brought", asked.brought())
                .param("by", by.value())
                .param("now", now())
                .update();
    }

    /** Whether it was still of that version and has been changed; the reply stands. */
    boolean change(InviteeId id, int version, String name, String role, String email, StaffId by) {
        return jdbc.sql("""
            update plan_invitees set name = :name, role = :role, sent_version = case when email = :email then sent_version else 0 end,
              email = :email, version = version + 1, saved_by = :by, saved_at = :now
            where id = :id and version = :version and removed_at is null\
            """)
                        .param("id", id.value())
                        .param("version", version)
                        .param("name", name)
                        .param("role", role)
                        .param("email", email)
                        .param("by", by.value())
                        .param("now", now())
                        .update()
                == 1;
    }

    void remove(InviteeId id, StaffId by) {
        jdbc.sql("""
            update plan_invitees set removed_at = :now, version = version + 1, saved_by = :by, saved_at = :now
            where id = :id and removed_at is null\
            """)
                .param("id", id.value())
                .param("by", by.value())
                .param("now", now())
                .update();
    }

    /**
     * Whether it was still of that version and has been saved.
     *
     * @param by who writes it down; empty if the person does
     */
    boolean reply(InviteeId id, int version, Invitee.Replied replied, Optional<StaffId> by) {
        return jdbc.sql("""
            update plan_invitees set reply = :reply, stand_in = :standIn, reply_words = :words, own_reply = :own, replied_on = :on,
              version = version + 1, saved_by = :by, saved_at = :now
            where id = :id and version = :version and removed_at is null\
            """)
                        .param("id", id.value())
                        .param("version", version)
                        .param("reply", replied.reply().name())
                        .param("standIn", replied.standIn())
                        .param("words", replied.words())
                        .param("own", replied.own())
                        .param("on", replied.on())
                        .param("by", by.map(StaffId::value).orElse(null))
                        .param("now", now())
                        .update()
                == 1;
    }

    void came(InviteeId id, boolean came, StaffId by) {
        jdbc.sql("""
            update plan_invitees set came = :came, version = version + 1, saved_by = :by, saved_at = :now where id = :id\
            """)
                .param("id", id.value())
                .param("came", came)
                .param("by", by.value())
                .param("now", now())
                .update();
    }

    /** What was said about another time says nothing about this one, nor what somebody is just about to say. */
    void forgetReplies(MeetingId meeting, StaffId by) {
        jdbc.sql("""
            update plan_invitees set reply = null, stand_in = '', reply_words = '', own_reply = false, replied_on = null,
              version = version + 1, saved_by = :by, saved_at = :now
            where meeting_id = :meeting and removed_at is null\
            """)
                .param("meeting", meeting.value())
                .param("by", by.value())
                .param("now", now())
                .update();
    }

    /** They have been told of the meeting as it is; the day of the first time stands. */
    void sent(InviteeId id, int meetingVersion, StaffId by) {
        jdbc.sql("""
            update plan_invitees set sent_at = coalesce(sent_at, :now), sent_by = coalesce(sent_by, :by),
              sent_version = :version, saved_by = :by, saved_at = :now
            where id = :id\
            """)
                .param("id", id.value())
                .param("version", meetingVersion)
                .param("by", by.value())
                .param("now", now())
                .update();
    }

    private static Invitee invitee(ResultSet row) throws SQLException {
        return new Invitee(
                new InviteeId(row.getObject("id", UUID.class)),
                Invitee.How.valueOf(row.getString("how")),
                new Invitee.Asked(
                        Invitee.Part.valueOf(row.getString("part")),
                        Optional.ofNullable(row.getObject("organisation_id", UUID.class))
                                .map(OrganisationId::new),
                        row.getString("name"),
                        row.getString("role"),
                        row.getString("email"),
                        row.getBoolean("brought")),
                Optional.ofNullable(row.getObject("sent_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getInt("sent_version"),
                replied(row),
                Optional.ofNullable(row.getObject("came", Boolean.class)),
                row.getInt("version"));
    }

    private static Optional<Invitee.Replied> replied(ResultSet row) throws SQLException {
        var reply = row.getString("reply");
        return reply == null
                ? Optional.empty()
                : Optional.of(new Invitee.Replied(
                        Invitee.Reply.valueOf(reply),
                        row.getString("stand_in"),
                        row.getString("reply_words"),
                        row.getObject("replied_on", LocalDate.class),
                        row.getBoolean("own_reply")));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
