package se.framsteg.plan.meeting;

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
import se.framsteg.plan.MeetingId;
import se.framsteg.plan.NeedId;
import se.framsteg.plan.Plan;
import se.framsteg.plan.PlanId;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.StaffId;

/** Meetings as rows. Guards nothing: the doors do. */
@Component
class MeetingStore {
    private final JdbcClient jdbc;
    private final Clock clock;

    MeetingStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The plan that a meeting is about. */
    record OpenPlan(PlanId id, Plan.Kind kind, Optional<NeedId> need) {}

    Optional<OpenPlan> plan(CaseId caseId) {
        return plan(caseId, "");
    }

    /** The plan, which nobody else changes or ends before the transaction ends. */
    Optional<OpenPlan> keepPlan(CaseId caseId) {
        return plan(caseId, " for no key update");
    }

    private Optional<OpenPlan> plan(CaseId caseId, String lock) {
        return jdbc.sql("select id, kind, need_id from plans where case_id = ? and ended_on is null" + lock)
                .param(caseId.value())
                .query((row, i) -> new OpenPlan(
                        new PlanId(row.getObject("id", UUID.class)),
                        Plan.Kind.valueOf(row.getString("kind")),
                        Optional.ofNullable(row.getObject("need_id", UUID.class))
                                .map(NeedId::new)))
                .optional();
    }

    /** The meeting that is planned; there is one at a time. */
    Optional<Meeting> ahead(PlanId plan) {
        return jdbc.sql("select * from plan_meetings where plan_id = ? and state = 'PLANNED'")
                .param(plan.value())
                .query((row, i) -> meeting(row))
                .optional();
    }

    /** The first day on which a meeting can have been held: that of the last one, or the day that the need was seen or the plan begun. */
    LocalDate earliest(PlanId plan) {
        return jdbc.sql("""
            select coalesce((select max(m.held_on) from plan_meetings m where m.plan_id = p.id),
              (select least(p.started_on, n.seen_on) from plan_needs n where n.id = p.need_id), p.started_on)
            from plans p where p.id = ?\
            """).param(plan.value()).query(LocalDate.class).single();
    }

    /** Whether there has been a meeting. */
    boolean met(PlanId plan) {
        return jdbc.sql("select exists (select from plan_meetings where plan_id = ? and state = 'HELD')")
                .param(plan.value())
                .query(Boolean.class)
                .single();
    }

    /** A meeting of the case's open plan, as it is until the transaction ends. */
    Optional<Meeting> lock(CaseId caseId, MeetingId id) {
        return jdbc.sql("""
            select m.* from plan_meetings m join plans p on p.id = m.plan_id and p.case_id = ? and p.ended_on is null
            where m.id = ? for update of m\
            """)
                .params(caseId.value(), id.value())
                .query((row, i) -> meeting(row))
                .optional();
    }

    /** A meeting of the case's open plan. */
    Optional<Meeting> find(CaseId caseId, MeetingId id) {
        return jdbc.sql("""
            select m.* from plan_meetings m join plans p on p.id = m.plan_id and p.case_id = ? and p.ended_on is null
            where m.id = ?\
            """)
                .params(caseId.value(), id.value())
                .query((row, i) -> meeting(row))
                .optional();
    }

    /** A meeting of any plan of the case. */
    Optional<Meeting> ofCase(CaseId caseId, MeetingId id) {
        return jdbc.sql("""
            select m.* from plan_meetings m join plans p on p.id = m.plan_id and p.case_id = ? where m.id = ?\
            """)
                .params(caseId.value(), id.value())
                .query((row, i) -> meeting(row))
                .optional();
    }

    /** The place, as far as it may stand in a calendar file that whoever is asking is given; empty if it may not. */
    String placeForCalendar(MeetingId id) {
        return jdbc.sql("select coalesce(place_for_calendar(?), '')")
                .param(id.value())
                .query(String.class)
                .single();
    }

    /** Whether it was added; not if there is one ahead, or if it is there already, as when a form is sent twice. */
    boolean add(PlanId plan, MeetingId id, Meeting.Planned planned, StaffId by) {
        return written("""
            insert into plan_meetings (id, plan_id, kind, meets_on, meets_at, minutes, place, video, interpreter, place_in_calendar,
              state, planned_by, planned_at, version)
            values (:id, :plan, :kind, :on, :at, :minutes, :place, :video, :interpreter, :placeInCalendar, 'PLANNED', :by, :now, 1)
            on conflict do nothing\
            """, id, planned)
                        .param("plan", plan.value())
                        .param("by", by.value())
                        .param("now", now())
                        .update()
                == 1;
    }

    /** Whether it was still of that version and has been changed. */
    boolean change(MeetingId id, int version, Meeting.Planned planned) {
        return written("""
            update plan_meetings set kind = :kind, meets_on = :on, meets_at = :at, minutes = :minutes, place = :place,
              video = :video, interpreter = :interpreter, place_in_calendar = :placeInCalendar, version = version + 1
            where id = :id and version = :version and state = 'PLANNED'\
            """, id, planned).param("version", version).update() == 1;
    }

    private JdbcClient.StatementSpec written(String sql, MeetingId id, Meeting.Planned planned) {
        return jdbc.sql(sql)
                .param("id", id.value())
                .param("kind", planned.kind().name())
                .param("on", planned.on())
                .param("at", planned.at())
                .param("minutes", planned.minutes())
                .param("place", planned.place())
                .param("video", planned.video())
                .param("interpreter", planned.interpreter())
                .param("placeInCalendar", planned.placeInCalendar());
    }

    /** Whether it was still of that version and has been cancelled. */
    boolean cancel(MeetingId id, int version, StaffId by) {
        return jdbc.sql("""
            update plan_meetings set state = 'CANCELLED', settled_by = :by, settled_at = :now, version = version + 1
            where id = :id and version = :version and state = 'PLANNED'\
            """)
                        .param("id", id.value())
                        .param("version", version)
                        .param("by", by.value())
                        .param("now", now())
                        .update()
                == 1;
    }

    /** Whether it was still of that version and has been held. */
    boolean hold(MeetingId id, int version, LocalDate on, boolean readBack, StaffId by) {
        return jdbc.sql("""
            update plan_meetings set state = 'HELD', held_on = :on, read_back = :readBack, settled_by = :by, settled_at = :now, version = version + 1
            where id = :id and version = :version and state = 'PLANNED'\
            """)
                        .param("id", id.value())
                        .param("on", on)
                        .param("version", version)
                        .param("readBack", readBack)
                        .param("by", by.value())
                        .param("now", now())
                        .update()
                == 1;
    }

    /** Cancels what is planned about a plan; tells which. */
    List<MeetingId> cancelWithPlan(PlanId plan) {
        return jdbc.sql("""
            update plan_meetings set state = 'CANCELLED', settled_at = :now, version = version + 1
            where state = 'PLANNED' and plan_id = :plan returning id\
            """)
                .param("plan", plan.value())
                .param("now", now())
                .query((row, i) -> new MeetingId(row.getObject("id", UUID.class)))
                .list();
    }

    /** Whether it was this one who settled it. */
    boolean settledBy(MeetingId id, StaffId by) {
        return jdbc.sql("select exists (select from plan_meetings where id = ? and settled_by = ?)")
                .params(id.value(), by.value())
                .query(Boolean.class)
                .single();
    }

    Prepared prepared(NeedId need) {
        return jdbc.sql("select urgent, take_up, comes, place, support, saved_at from plan_preparations where need_id"
                        + " = ?")
                .param(need.value())
                .query((row, i) -> new Prepared(
                        row.getString("urgent"),
                        row.getString("take_up"),
                        row.getString("comes"),
                        row.getString("place"),
                        row.getString("support"),
                        Optional.of(
                                row.getObject("saved_at", OffsetDateTime.class).toInstant())))
                .optional()
                .orElse(Prepared.NOTHING);
    }

    private static Meeting meeting(ResultSet row) throws SQLException {
        return new Meeting(
                new MeetingId(row.getObject("id", UUID.class)),
                new Meeting.Planned(
                        Meeting.Kind.valueOf(row.getString("kind")),
                        row.getObject("meets_on", LocalDate.class),
                        row.getObject("meets_at", LocalTime.class),
                        row.getInt("minutes"),
                        row.getString("place"),
                        row.getString("video"),
                        row.getString("interpreter"),
                        row.getBoolean("place_in_calendar")),
                Meeting.State.valueOf(row.getString("state")),
                row.getInt("version"));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
