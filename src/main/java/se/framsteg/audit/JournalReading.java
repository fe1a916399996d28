package se.framsteg.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.ParticipantId;
import se.framsteg.shared.StaffId;
import se.framsteg.shared.Time;

/** The door for reading the journal. Whoever calls has asked the guard whether it may be read. */
@Component
public class JournalReading {
    private final JdbcClient jdbc;

    JournalReading(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * That somebody did something with a person's data in a minute, once or more often.
     *
     * @param day in Swedish time
     * @param at when, the first time in that minute
     * @param staff empty if it was the participant or the system
     * @param caseId in which case; empty if it was in none
     * @param action as its name was then
     */
    public record Line(
            LocalDate day,
            Instant at,
            Who.Kind kind,
            Optional<StaffId> staff,
            Optional<CaseId> caseId,
            String action) {}

    /**
     * Who did what with a person's data, the latest first.
     *
     * @param before only what was earlier than this day
     * @param days so many days on which there was something, at most
     */
    public List<Line> about(ParticipantId person, LocalDate before, int days) {
        return jdbc.sql("""
            select day, at, actor_kind, staff_id, case_id, action from (
              select day, actor_kind, staff_id, case_id, action, min(at) as at, min(id) as first,
                dense_rank() over (order by day desc) as place
              from (
                select id, at, (at at time zone :zone)::date as day, actor_kind, action, case_id,
                  case actor_kind when 'STAFF' then actor_id end as staff_id
                from journal where participant_id = :person) as told
              where day < :before
              group by day, date_trunc('minute', at), actor_kind, staff_id, case_id, action) as lines
            where place <= :days order by at desc, first desc\
            """)
                .param("zone", Time.SWEDEN.getId())
                .param("person", person.value())
                .param("before", before)
                .param("days", days)
                .query(JournalReading::line)
                .list();
    }

    /** One row, without the person whom it is about. */
    public record Row(Instant at, String action) {}

    /** What a member of staff did with a person's data in a time, the earliest first. */
    public List<Row> rows(StaffId staff, ParticipantId person, Instant from, Instant until, int most) {
        return jdbc.sql("""
            select at, action from journal
            where participant_id = :person and actor_kind = 'STAFF' and actor_id = :staff and at between :from and :until
            order by at, id limit :most\
            """)
                .param("person", person.value())
                .param("staff", staff.value())
                .param("from", OffsetDateTime.ofInstant(from, ZoneOffset.UTC))
                .param("until", OffsetDateTime.ofInstant(until, ZoneOffset.UTC))
                .param("most", most)
                .query((row, i) ->
                        new Row(row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("action")))
                .list();
    }

    /** How often an organisation's staff did something in a time, by member of staff, the most often first. */
    public Map<StaffId, Integer> times(OrganisationId organisation, String action, Instant from, Instant until) {
        var found = new LinkedHashMap<StaffId, Integer>();
        jdbc.sql("""
            select actor_id, count(*) as times from journal
            where actor_organisation_id = :organisation and actor_kind = 'STAFF' and action = :action
              and at >= :from and at < :until
            group by actor_id order by times desc, actor_id\
            """)
                .param("organisation", organisation.value())
                .param("action", action)
                .param("from", OffsetDateTime.ofInstant(from, ZoneOffset.UTC))
                .param("until", OffsetDateTime.ofInstant(until, ZoneOffset.UTC))
                .query(row -> {
                    found.put(new StaffId(row.getObject("actor_id", UUID.class)), row.getInt("times"));
                });
        return found;
    }

    private static Line line(ResultSet row, int i) throws SQLException {
        return new Line(
                row.getObject("day", LocalDate.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Who.Kind.valueOf(row.getString("actor_kind")),
                Optional.ofNullable(row.getObject("staff_id", UUID.class)).map(StaffId::new),
                Optional.ofNullable(row.getObject("case_id", UUID.class)).map(CaseId::new),
                row.getString("action"));
    }
}
