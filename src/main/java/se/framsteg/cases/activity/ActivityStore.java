package se.framsteg.cases.activity;

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
import se.framsteg.cases.activity.Activity.Details;
import se.framsteg.cases.activity.Activity.EndReason;
import se.framsteg.cases.activity.Activity.Kind;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.StaffId;

/** Activities as rows. Guards nothing: the door does. */
@Component
class ActivityStore {
    private final JdbcClient jdbc;
    private final Clock clock;

    ActivityStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Activity> of(CaseId caseId) {
        return jdbc.sql("select * from activities where case_id = ? order by from_on, id")
                .param(caseId.value())
                .query(ActivityStore::activity)
                .list();
    }

    Optional<Activity> find(CaseId caseId, ActivityId id) {
        return jdbc.sql("select * from activities where case_id = :case and id = :id")
                .param("case", caseId.value())
                .param("id", id.value())
                .query(ActivityStore::activity)
                .optional();
    }

    /** Adds it; does nothing if it is there already, as when a form is sent twice. */
    void add(CaseId caseId, ActivityId id, Details details, StaffId by) {
        with(jdbc.sql("""
            insert into activities (id, association_id, case_id, kind, title, provider, from_on, to_on, hours, end_reason,
              registered_by, registered_at)
            select :id, c.association_id, c.id, :kind, :title, :provider, :from, :to, :hours, :endReason, :by, :now
            from cases c where c.id = :case on conflict (id) do nothing\
            """), details)
                .param("case", caseId.value())
                .param("id", id.value())
                .param("by", by.value())
                .param("now", now())
                .update();
    }

    /** Whether it was still of that version and has been changed. */
    boolean change(ActivityId id, int version, Details details) {
        return with(jdbc.sql("""
            update activities set kind = :kind, title = :title, provider = :provider, from_on = :from, to_on = :to,
              hours = :hours, end_reason = :endReason, version = version + 1
            where id = :id and version = :version and withdrawn_at is null\
            """), details)
                        .param("id", id.value())
                        .param("version", version)
                        .update()
                == 1;
    }

    boolean withdraw(ActivityId id, int version, String reason, StaffId by) {
        return jdbc.sql("""
            update activities set withdrawn_reason = :reason, withdrawn_by = :by, withdrawn_at = :now,
              version = version + 1
            where id = :id and version = :version and withdrawn_at is null\
            """)
                        .param("reason", reason)
                        .param("by", by.value())
                        .param("now", now())
                        .param("id", id.value())
                        .param("version", version)
                        .update()
                == 1;
    }

    /** Ends on that day what goes on, and withdraws what was to begin later. What another room keeps is ended by that. */
    void endAll(CaseId caseId, LocalDate on) {
        jdbc.sql("""
            update activities set
              to_on = case when from_on <= :on then :on else to_on end,
              end_reason = 'CASE_ENDED',
              withdrawn_at = case when from_on > :on then cast(:now as timestamptz) end,
              version = version + 1
            where case_id = :case and withdrawn_at is null and not kept_elsewhere and (to_on is null or to_on > :on)\
            """)
                .param("on", on)
                .param("now", now())
                .param("case", caseId.value())
                .update();
    }

    private static JdbcClient.StatementSpec with(JdbcClient.StatementSpec statement, Details details) {
        return statement
                .param("kind", details.kind().name())
                .param("title", details.title())
                .param("provider", details.provider())
                .param("from", details.from())
                .param("to", details.to().orElse(null))
                .param("hours", details.hours().orElse(null))
                .param("endReason", details.endReason().map(Enum::name).orElse(null));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Activity activity(ResultSet row, int i) throws SQLException {
        var details = new Details(
                Kind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getString("provider"),
                row.getObject("from_on", LocalDate.class),
                Optional.ofNullable(row.getObject("to_on", LocalDate.class)),
                Optional.ofNullable(row.getBigDecimal("hours")),
                Optional.ofNullable(row.getString("end_reason")).map(EndReason::valueOf));
        var withdrawn = row.getObject("withdrawn_at") == null
                ? Optional.<String>empty()
                : Optional.of(row.getString("withdrawn_reason"));
        return new Activity(
                new ActivityId(row.getObject("id", UUID.class)),
                details,
                withdrawn,
                row.getBoolean("kept_elsewhere"),
                row.getInt("version"));
    }
}
